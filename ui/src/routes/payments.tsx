import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

export const paymentRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/payments/new",
    component: lazyRouteComponent(() => import("@/features/payments"), "RecordPaymentPage"),
  }),
] as const;
