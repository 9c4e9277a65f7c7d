import { AgingBar, Amount, MoneyFigure, MoneyLine } from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { AgingBand, MoneyToday } from "@/lib/ipc/bindings.gen";
import css from "./Today.module.css";

/** The studio's own currency in full, any other in one line; two currencies are never added up. */
export function MoneyNow({ money }: { money: readonly MoneyToday[] }) {
  const [own, ...others] = money;
  return (
    <section className={css.moneys} aria-label={t("today.money")}>
      {own && (
        <>
          <MoneyLine>
            <MoneyFigure value={own.owed} label={t("today.owed", { count: own.owedInvoices })} />
            <MoneyFigure
              value={own.overdue}
              label={t("today.overdue", { count: own.overdueClients })}
              hot={own.overdue.minor > 0}
            />
            <MoneyFigure
              value={own.expected}
              label={t("today.expected", { date: date(own.expectedBy, "dayMonth") })}
            />
          </MoneyLine>
          {own.owed.minor > 0 && <AgingBar parts={agingParts(own)} />}
        </>
      )}
      {others.length > 0 && (
        <ul className={css.others}>
          {others.map((line) => (
            <li key={line.currency}>
              <Amount value={line.owed} strong /> {t("today.owed", { count: line.owedInvoices })}
              {line.overdue.minor > 0 && (
                <span>
                  <Amount value={line.overdue} strong hot />{" "}
                  {t("today.overdue", { count: line.overdueClients })}
                </span>
              )}
              {line.expected.minor > 0 && (
                <span>
                  <Amount value={line.expected} strong />{" "}
                  {t("today.expected", { date: date(line.expectedBy, "dayMonth") })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const shown: readonly { id: string; bands: readonly AgingBand[] }[] = [
  { id: "not_due", bands: ["not_due"] },
  { id: "days1_to30", bands: ["days1_to30"] },
  { id: "days31_to60", bands: ["days31_to60"] },
  { id: "over60", bands: ["days61_to90", "over90"] },
];

function agingParts(line: MoneyToday) {
  return shown.map(({ id, bands }) => ({
    id,
    label: t(`today.aging.${id as "not_due" | "days1_to30" | "days31_to60" | "over60"}`),
    value: {
      currency: line.currency,
      minor: line.aging
        .filter(({ band }) => bands.includes(band))
        .reduce((sum, { amount }) => sum + amount.minor, 0),
    },
  }));
}
