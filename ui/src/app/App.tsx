import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useSyncExternalStore } from "react";
import { I18nProvider } from "react-aria-components";
import { formatLocale, onLocaleChange } from "@/lib/locale";
import type { makeRouter } from "./router";

interface AppProps {
  router: ReturnType<typeof makeRouter>;
  client: QueryClient;
}

export function App({ router, client }: AppProps) {
  const locale = useSyncExternalStore(onLocaleChange, formatLocale);
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale={locale}>
        <RouterProvider router={router} key={locale} />
      </I18nProvider>
    </QueryClientProvider>
  );
}
