import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";
import { TodayPage } from "@/features/today";

/** What nearly every start shows: its code comes with the frame. */
export const todayRoutes = [
  createRoute({ getParentRoute: () => rootRoute, path: "/today", component: TodayPage }),
] as const;
