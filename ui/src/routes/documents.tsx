import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

const load = () => import("@/features/documents");

export const documentRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/documents",
    component: lazyRouteComponent(load, "DocumentsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/documents/$id",
    component: lazyRouteComponent(load, "DocumentsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/documents/$id/view",
    component: lazyRouteComponent(load, "DocumentViewPage"),
  }),
] as const;
