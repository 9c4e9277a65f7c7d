import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

export const todayRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/today",
    component: lazyRouteComponent(() => import("@/features/today"), "TodayPage"),
  }),
] as const;
