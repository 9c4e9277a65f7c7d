import { KeyValues } from "@/components";
import { t } from "@/lib/i18n";
import type { DraftCheck } from "@/lib/ipc/bindings.gen";
import { totalsRows } from "../InvoiceParts";
import css from "./EditorPage.module.css";

/** The sums as the program counts them; nothing is shown rather than a sum of something else. */
export function Totals({ check }: { check: DraftCheck | null }) {
  const totals = check?.totals ?? null;
  if (totals === null) return <p className={css.noTotals}>{t("invoices.total.unknown")}</p>;
  return (
    <div className={css.totals} aria-live="off">
      <KeyValues items={totalsRows(totals)} align="end" />
    </div>
  );
}
