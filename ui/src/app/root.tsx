import { createRootRoute } from "@tanstack/react-router";
import { Frame } from "./frame/Frame";

/** The root of every route; `src/routes` hangs the pages under it. */
export const rootRoute = createRootRoute({ component: Frame });
