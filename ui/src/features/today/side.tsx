import { PageLink, path } from "@/app";
import { Amount, Card, Section } from "@/components";
import type { CivilDate } from "@/lib/clock";
import { date, instant, instantDay } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { ComingKind, ComingUp as Coming, Happened as Happening } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { logTimeline } from "@/parts/log";
import css from "./Today.module.css";

const placeOf: Record<ComingKind, string> = { due: "invoices", event: "jobs", deadline: "cases" };

export function ComingUp({ items, today }: { items: readonly Coming[]; today: CivilDate }) {
  return (
    <Section title={t("today.coming")}>
      <Card>
        {items.length === 0 ? (
          <p className={css.none}>{t("today.coming.none")}</p>
        ) : (
          <ul className={css.rows}>
            {items.map((item) => (
              <li key={`${item.kind} ${item.id} ${item.on}`}>
                <PageLink to={path(placeOf[item.kind], item.id)} className={css.row}>
                  <span className={css.rowWords}>
                    <span className={css.rowTitle} title={item.title}>
                      {item.title}
                    </span>
                    <small>
                      {t(`today.coming.${item.kind}`)}
                      {item.detail !== "" && ` · ${item.detail}`}
                    </small>
                  </span>
                  <span className={css.rowEnd}>
                    <time dateTime={item.on}>{comingDate(item.on, today)}</time>
                    {item.amount !== null && <Amount value={item.amount} />}
                  </span>
                </PageLink>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}

function comingDate(on: CivilDate, today: CivilDate): string {
  if (on === today) return t("common.day.today");
  return on.slice(0, 4) === today.slice(0, 4) ? date(on, "weekday") : date(on, "day");
}

/** What the program did without being asked, told like the log of a case. */
export function Happened({ items, today }: { items: readonly Happening[]; today: CivilDate }) {
  const timeZone = useQueryCommand("business.get", {}).data?.business?.timeZone;
  const entries = logTimeline(
    items.map(({ at, kind, words }, seq) => ({
      seq,
      at,
      kind,
      words,
      happenedOn: null,
      documentId: null,
      invoiceId: null,
      paymentId: null,
      erased: false,
    })),
    { today, timeZone },
  );
  // The log orders its entries itself, so each is found by its own number.
  const told = new Map(entries.map((entry) => [entry.id, entry]));
  return (
    <Section title={t("today.happened")}>
      <Card>
        {items.length === 0 ? (
          <p className={css.none}>{t("today.happened.none")}</p>
        ) : (
          <ul className={css.rows}>
            {items.map(({ at }, place) => {
              const entry = told.get(String(place));
              if (entry === undefined) return null;
              const isToday = instantDay(at, timeZone) === today;
              return (
                <li key={entry.id} className={css.row}>
                  <span className={css.rowWords}>
                    <span>{entry.title}</span>
                    {entry.text !== undefined && <small>{entry.text}</small>}
                  </span>
                  <time dateTime={at}>{isToday ? instant(at, "time", timeZone) : entry.when}</time>
                </li>
              );
            })}
          </ul>
        )}
      </Card>
    </Section>
  );
}
