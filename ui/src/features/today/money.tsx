import { AgingBar, MoneyFigure, MoneyLine } from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { AgingBand, MoneyToday } from "@/lib/ipc/bindings.gen";
import css from "./Today.module.css";

/** One line per currency; amounts in two currencies are never added up. */
export function MoneyNow({ money }: { money: readonly MoneyToday[] }) {
  return (
    <section className={css.moneys} aria-label={t("today.money")}>
      {money.map((line) => (
        <div key={line.currency}>
          <MoneyLine>
            <MoneyFigure value={line.owed} label={t("today.owed", { count: line.owedInvoices })} />
            <MoneyFigure
              value={line.overdue}
              label={t("today.overdue", { count: line.overdueClients })}
              hot={line.overdue.minor > 0}
            />
            <MoneyFigure
              value={line.expected}
              label={t("today.expected", { date: date(line.expectedBy, "dayMonth") })}
            />
          </MoneyLine>
          {line.owed.minor > 0 && <AgingBar parts={agingParts(line)} />}
        </div>
      ))}
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
