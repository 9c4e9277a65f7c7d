import {
  createHashHistory,
  createRoute,
  createRouter,
  redirect,
  type RouterHistory,
} from "@tanstack/react-router";
import { Skeleton } from "@/components";
import { caseRoutes } from "@/routes/cases";
import { clientRoutes } from "@/routes/clients";
import { debtRoutes } from "@/routes/debts";
import { documentRoutes } from "@/routes/documents";
import { firstRunRoutes } from "@/routes/firstRun";
import { invoiceRoutes } from "@/routes/invoices";
import { jobRoutes } from "@/routes/jobs";
import { paymentRoutes } from "@/routes/payments";
import { settingsRoutes } from "@/routes/settings";
import { statementRoutes } from "@/routes/statements";
import { todayRoutes } from "@/routes/today";
import { PageError, PageMissing } from "./frame/PageError";
import { rootRoute } from "./root";

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/today" });
  },
});

const routeTree = rootRoute.addChildren([
  startRoute,
  ...todayRoutes,
  ...jobRoutes,
  ...clientRoutes,
  ...invoiceRoutes,
  ...paymentRoutes,
  ...caseRoutes,
  ...debtRoutes,
  ...documentRoutes,
  ...statementRoutes,
  ...settingsRoutes,
  ...firstRunRoutes,
]);

export function makeRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({
    routeTree,
    history,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: PageMissing,
    defaultPendingComponent: () => <Skeleton lines={6} />,
    defaultPendingMs: 300,
    defaultPreload: false,
    scrollRestoration: false,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
