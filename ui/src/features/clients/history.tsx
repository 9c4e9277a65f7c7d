import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { ClientHistory } from "@/lib/ipc/bindings.gen";
import css from "./Clients.module.css";

/** How this client has paid so far, in words; a client without a paid invoice has no history yet. */
export function History({ history }: { history: ClientHistory }) {
  const paid = history.paidOnTime + history.paidLate;
  const last =
    history.lastPaymentOn === null
      ? null
      : t("clients.history.last", { date: date(history.lastPaymentOn, "long") });
  if (paid === 0) {
    return (
      <p className={css.words}>
        {t("clients.history.none")} {last}
      </p>
    );
  }
  return (
    <p className={css.words}>
      {t("clients.history.words", { paid, onTime: history.paidOnTime, late: history.paidLate })}{" "}
      {history.meanDaysLate !== null && meanWords(history.meanDaysLate)} {last}
    </p>
  );
}

function meanWords(days: number): string {
  if (days === 0) return t("clients.history.mean.exact");
  return days > 0
    ? t("clients.history.mean.late", { days })
    : t("clients.history.mean.early", { days: -days });
}
