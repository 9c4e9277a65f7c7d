import { useLocation } from "@tanstack/react-router";
import { Check, CircleAlert, CircleDashed } from "lucide-react";
import { count, date, instant } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { AppStatus } from "@/lib/ipc/bindings.gen";
import { PageLink } from "../navigation";
import { type Place, places } from "../places";
import css from "./Frame.module.css";

/** Counts stand beside a place only where something waits there. */
function countOf(place: Place, status: AppStatus | undefined): number {
  if (status === undefined) return 0;
  const { today, openInvoices, openCases } = status.counts;
  const counts: Partial<Record<Place["id"], number>> = {
    today,
    invoices: openInvoices,
    cases: openCases,
  };
  return counts[place.id] ?? 0;
}

export function Rail({ status }: { status: AppStatus | undefined }) {
  const { pathname } = useLocation();
  return (
    <nav className={css.rail} aria-label={t("common.nav.label")}>
      <div className={css.studio}>
        <span className={css.lamp} aria-hidden />
        <span className={css.studioName}>{status?.studio || t("common.appName")}</span>
      </div>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <RailLink
              place={place}
              waiting={countOf(place, status)}
              isHere={[place.path, ...(place.also ?? [])].some((start) =>
                pathname.startsWith(start),
              )}
            />
          </li>
        ))}
      </ul>
      {status !== undefined && <BackupLine status={status} />}
    </nav>
  );
}

function RailLink({ place, waiting, isHere }: { place: Place; waiting: number; isHere: boolean }) {
  const Icon = place.icon;
  return (
    <PageLink to={place.path} className={css.place} isCurrent={isHere}>
      <Icon className="icon" aria-hidden />
      {t(place.label)}
      {waiting > 0 && <span className={css.waiting}>{count(waiting)}</span>}
    </PageLink>
  );
}

function BackupLine({ status }: { status: AppStatus }) {
  const { backup, today } = status;
  if (backup.problem !== null)
    return <Foot icon={CircleAlert} words={t("common.backup.failed")} isBad />;
  const at = backup.lastAt;
  if (at === null) return <Foot icon={CircleDashed} words={t("common.backup.none")} />;
  const isToday = at.slice(0, 10) === today;
  const when = isToday ? instant(at, "time") : date(at.slice(0, 10), "weekday");
  return <Foot icon={Check} words={t("common.backup.at", { when })} />;
}

function Foot({
  icon: Icon,
  words,
  isBad,
}: {
  icon: typeof Check;
  words: string;
  isBad?: boolean;
}) {
  return (
    <PageLink to="/settings/copies" className={css.foot}>
      <span data-bad={isBad ? "" : undefined}>
        <Icon className="icon" aria-hidden />
        {words}
      </span>
    </PageLink>
  );
}
