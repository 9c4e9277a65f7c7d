import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

const invoices = () => import("@/features/invoices");
const editor = () => import("@/features/invoices/editor");

export const invoiceRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/invoices",
    component: lazyRouteComponent(invoices, "InvoicesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/invoices/new",
    component: lazyRouteComponent(editor, "NewInvoicePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/invoices/$id",
    component: lazyRouteComponent(invoices, "InvoicePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/drafts/$id",
    component: lazyRouteComponent(editor, "EditorPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/drafts/$id/review",
    component: lazyRouteComponent(editor, "ReviewPage"),
  }),
] as const;
