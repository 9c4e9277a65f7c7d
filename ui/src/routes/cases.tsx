import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/root";

const load = () => import("@/features/cases");
const loadLetters = () => import("@/features/letters");

export const caseRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/cases",
    component: lazyRouteComponent(load, "CasesPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/cases/$id",
    component: lazyRouteComponent(load, "CasePage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/cases/$id/call",
    component: lazyRouteComponent(load, "CaseCallPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/cases/$id/letter/$kind",
    component: lazyRouteComponent(loadLetters, "LetterReviewPage"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/cases/$id/made/$document",
    component: lazyRouteComponent(loadLetters, "LetterMadePage"),
  }),
] as const;
