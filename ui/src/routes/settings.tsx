import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

const load = () => import("@/features/settings");

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/settings",
    component: lazyRouteComponent(load, "SettingsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/settings/$section",
    component: lazyRouteComponent(load, "SettingsPage"),
  }),
] as const;
