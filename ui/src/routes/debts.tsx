import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

export const debtRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/debts/new",
    component: lazyRouteComponent(() => import("@/features/debts"), "DebtPage"),
  }),
] as const;
