import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

const load = () => import("@/features/statements");

export const statementRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/clients/$id/statement",
    component: lazyRouteComponent(load, "StatementPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/statements",
    component: lazyRouteComponent(load, "BatchPage"),
  }),
] as const;
