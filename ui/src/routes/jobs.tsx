import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

const load = () => import("@/features/jobs");

export const jobRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/jobs",
    component: lazyRouteComponent(load, "JobsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/jobs/new",
    component: lazyRouteComponent(load, "JobNewPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/jobs/$id",
    component: lazyRouteComponent(load, "JobPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/jobs/$id/edit",
    component: lazyRouteComponent(load, "JobEditPage"),
  }),
] as const;
