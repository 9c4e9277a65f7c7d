import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { BanknoteArrowDown, Camera, FilePlus, FileStack, UserPlus } from "lucide-react";
import { Notices, Skeleton } from "@/components";
import { announcementsId } from "@/components/announce";
import { t } from "@/lib/i18n";
import { useChangedEvents, useQueryCommand } from "@/lib/ipc/hooks";
import { host } from "@/lib/ipc/host";
import { remembered, setFormatLocale } from "@/lib/locale";
import { setAppearance } from "../appearance";
import { useCommandKey, useListKeys } from "../keys";
import { useGo } from "../navigation";
import { makePaletteSearch } from "../palette/find";
import { type PaletteAct, registerActs, setPaletteSearch } from "../palette/registry";
import css from "./Frame.module.css";
import { Rail } from "./Rail";
import { StartFailure } from "./StartFailure";
import { TopBar } from "./TopBar";

// Opened by a key, so not waited for: fetched when the first page stands, long before a hand gets there.
const loadPalette = () => import("../palette/Palette");
const loadKeySheet = () => import("./KeySheet");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeySheet = lazy(async () => ({ default: (await loadKeySheet()).KeySheet }));
const FETCH_AFTER = 500;

/** The window around every page: rail, top bar, palette, notices. */
export function Frame() {
  const status = useQueryCommand("app.status", {});
  const palette = useOverlay();
  const sheet = useOverlay();
  const go = useGo();
  const { pathname } = useLocation();
  useChangedEvents();
  useSettings(status.data?.language);
  const isFirstRun = status.data?.phase === "first_run";
  useEffect(() => {
    if (isFirstRun && !pathname.startsWith("/welcome")) go("/welcome", { replace: true });
  }, [go, isFirstRun, pathname]);
  useEffect(() => {
    setPaletteSearch(makePaletteSearch(go));
    return registerActs(frameActs(go));
  }, [go]);
  useEffect(() => host().onOpen((route) => go(route)), [go]);
  // The window stays hidden until there is something to see: the frame, or on the first start the welcome.
  // Not in an animation frame: a hidden page gets none.
  const isReady = !status.isPending || remembered() !== undefined;
  useEffect(() => {
    if (isReady) void host().windowReady();
  }, [isReady]);
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadPalette(), loadKeySheet()]), FETCH_AFTER);
    return () => clearTimeout(timer);
  }, []);
  useCommandKey("k", palette.toggle);
  useListKeys({ "?": sheet.open });

  // Refused before anything was ever shown: the places of the rail would lead nowhere.
  if (status.isError && status.data === undefined) {
    return <StartFailure error={status.error} onRetry={() => void status.refetch()} />;
  }
  if (isFirstRun || pathname.startsWith("/welcome")) {
    return (
      <main id="main" tabIndex={-1} className={css.alone}>
        {pathname.startsWith("/welcome") && <Outlet />}
        <Notices />
        <div id={announcementsId} className="sr-only" role="status" aria-live="polite" />
      </main>
    );
  }
  return (
    <div className={css.window}>
      <a
        className={css.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {t("common.nav.skip")}
      </a>
      <Rail status={status.data} />
      <div className={css.page}>
        <TopBar onPalette={palette.open} />
        <main id="main" tabIndex={-1} className={css.main}>
          {status.data !== undefined && <Outlet />}
          {status.isPending && <Skeleton lines={6} />}
        </main>
      </div>
      <Suspense>
        {palette.wasOpened && <Palette isOpen={palette.isOpen} onClose={palette.close} />}
        {sheet.wasOpened && <KeySheet isOpen={sheet.isOpen} onClose={sheet.close} />}
      </Suspense>
      <Notices />
      <div id={announcementsId} className="sr-only" role="status" aria-live="polite" />
    </div>
  );
}

/** Made on first use and kept from then on, so that it can also close in its own way. */
function useOverlay() {
  const [state, setState] = useState({ isOpen: false, wasOpened: false });
  return {
    ...state,
    open: () => setState({ isOpen: true, wasOpened: true }),
    close: () => setState((now) => ({ ...now, isOpen: false })),
    toggle: () => setState((now) => ({ isOpen: !now.isOpen, wasOpened: true })),
  };
}

/** The program's settings reach the look and the number formats as soon as they are known. */
function useSettings(language: string | undefined): void {
  const preferences = useQueryCommand("settings.get", {}).data;
  useEffect(() => {
    if (language) setFormatLocale(language);
  }, [language]);
  useEffect(() => {
    if (preferences === undefined) return;
    const { theme, contrast, motion, textSize } = preferences;
    setAppearance({ theme, contrast, motion, textSize });
  }, [preferences]);
}

/** What can be done from everywhere. */
function frameActs(go: (to: string) => void): readonly PaletteAct[] {
  return [
    {
      id: "newInvoice",
      label: t("common.topbar.newInvoice"),
      icon: FilePlus,
      onAct: () => go("/invoices/new"),
    },
    {
      id: "recordPayment",
      label: t("common.topbar.recordPayment"),
      icon: BanknoteArrowDown,
      onAct: () => go("/payments/new"),
    },
    {
      id: "newClient",
      label: t("palette.newClient"),
      icon: UserPlus,
      onAct: () => go("/clients/new"),
    },
    {
      id: "statements",
      label: t("palette.statements"),
      icon: FileStack,
      onAct: () => go("/statements"),
    },
    { id: "newJob", label: t("palette.newJob"), icon: Camera, onAct: () => go("/jobs/new") },
  ];
}
