import { Amount } from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { InvoiceRow } from "@/lib/ipc/bindings.gen";
import { PageLink, path } from "@/app/navigation";
import { InvoiceStatusChip } from "@/parts/InvoiceStatus";
import css from "./Records.module.css";

/** Invoices of one client or one job. */
export function InvoiceRows({ rows }: { rows: readonly InvoiceRow[] }) {
  return (
    <div className={css.scroll}>
      <table className={css.table} aria-label={t("records.invoices.label")}>
        <thead>
          <tr>
            <th scope="col">{t("records.invoices.number")}</th>
            <th scope="col">{t("records.invoices.title")}</th>
            <th scope="col">{t("records.invoices.due")}</th>
            <th scope="col">{t("records.invoices.status")}</th>
            <th scope="col" className={css.end}>
              {t("records.invoices.total")}
            </th>
            <th scope="col" className={css.end}>
              {t("records.invoices.open")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={css.number}>
                <PageLink to={invoicePath(row)} className={css.link}>
                  {row.number || t("records.invoices.draft")}
                </PageLink>
              </td>
              <td className={css.wide}>{row.title}</td>
              <td className={css.tight}>{row.dueOn === null ? "–" : date(row.dueOn)}</td>
              <td>
                <InvoiceStatusChip status={row.status} daysLate={row.daysLate} />
              </td>
              <td className={css.end}>{row.total === null ? "–" : <Amount value={row.total} />}</td>
              <td className={css.end}>
                {row.open === null ? (
                  "–"
                ) : (
                  <Amount value={row.open} hot={row.status === "overdue"} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function invoicePath(row: Pick<InvoiceRow, "id" | "kind">): string {
  return row.kind === "draft" ? path("drafts", row.id) : path("invoices", row.id);
}
