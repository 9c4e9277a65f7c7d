import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { QueryClient } from "@tanstack/react-query";
import { rootRoute } from "@/app/root";
import { askAhead } from "@/lib/ipc/hooks";

const load = () => import("@/features/today");

/** Today is what nearly every start shows: its code and its facts are fetched while the frame is made. */
export function startWithToday(client: QueryClient): void {
  void load();
  askAhead(client, "today.get", {});
}

export const todayRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/today",
    component: lazyRouteComponent(load, "TodayPage"),
  }),
] as const;
