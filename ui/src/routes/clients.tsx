import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

const load = () => import("@/features/clients");

export const clientRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/clients",
    component: lazyRouteComponent(load, "ClientsPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/clients/new",
    component: lazyRouteComponent(load, "ClientNewPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/clients/$id",
    component: lazyRouteComponent(load, "ClientPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/clients/$id/edit",
    component: lazyRouteComponent(load, "ClientEditPage"),
  }),
] as const;
