import { Amount } from "@/components";
import { t } from "@/lib/i18n";
import type { Money } from "@/lib/ipc/bindings.gen";
import css from "./Records.module.css";

/** One amount per currency, under each other: currencies are never added up. */
export function MoneyList({
  amounts,
  hot,
  empty,
}: {
  amounts: readonly Money[];
  hot?: boolean;
  empty?: string;
}) {
  const some = amounts.filter((amount) => amount.minor !== 0);
  if (some.length === 0)
    return <span className={css.muted}>{empty ?? t("records.money.none")}</span>;
  return (
    <span className={css.stack}>
      {some.map((amount) => (
        <Amount key={amount.currency} value={amount} hot={hot} />
      ))}
    </span>
  );
}
