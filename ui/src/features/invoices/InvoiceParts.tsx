import { FileText } from "lucide-react";
import { path, useToday } from "@/app";
import { Amount, KeyValues, type KeyValue } from "@/components";
import type { CivilDate } from "@/lib/clock";
import { dateNear, dueWords, money, percent, quantity, unitPrice } from "@/lib/format";
import { t } from "@/lib/i18n";
import type {
  DocumentRow,
  InvoiceLineView,
  InvoiceView,
  ReceivableView,
  TaxLine,
  Totals,
} from "@/lib/ipc/bindings.gen";
import { InvoiceStatusChip } from "@/parts/InvoiceStatus";
import css from "./InvoicesPage.module.css";
import page from "./InvoicePage.module.css";

/** Each instalment with its own due date: the thing that can be late. */
export function Receivables({ receivables }: { receivables: readonly ReceivableView[] }) {
  const today = useToday();
  return (
    <ul className={css.parts}>
      {receivables.map((part) => (
        <li key={part.id} className={css.part}>
          <span>
            {part.of > 1
              ? t("invoices.part", {
                  part: part.part,
                  of: part.of,
                  date: dateNear(part.dueOn, today),
                })
              : dateNear(part.dueOn, today)}
          </span>
          <span className={css.end}>
            <Amount value={part.amount} />
          </span>
          <small>
            {part.open.minor > 0 && part.open.minor < part.amount.minor
              ? t("invoices.part.open", { amount: money(part.open) })
              : part.open.minor > 0 && part.daysLate === 0
                ? dueWords(part.dueOn, today)
                : ""}
          </small>
          <span className={css.end}>
            <InvoiceStatusChip status={part.status} daysLate={part.daysLate} />
          </span>
        </li>
      ))}
    </ul>
  );
}

export function DocumentLinks({ documents }: { documents: readonly DocumentRow[] }) {
  const today = useToday();
  return (
    <ul className={css.papers}>
      {documents.map((document) => (
        <li key={document.id}>
          <FileText className="icon" aria-hidden />
          <span>
            <a
              className={css.link}
              href={`#${path("documents", document.id)}`}
              title={document.title}
            >
              {document.title || t(`parts.document.${document.kind}`)}
            </a>
          </span>
          <small className={page.quiet}>{dateNear(document.madeOn, today)}</small>
        </li>
      ))}
    </ul>
  );
}

/** What the log needs to tell its entries: the day, and the titles of the papers it names. */
export function logContext(invoice: InvoiceView, today: CivilDate) {
  return { today, documents: new Map(invoice.documents.map(({ id, title }) => [id, title])) };
}

export function taxWords(line: TaxLine): string {
  const { code, rate } = line.category;
  const taxable = money(line.taxable, { currency: false });
  return code === "S"
    ? t("invoices.tax.line", { rate: percent(rate), taxable })
    : t("invoices.tax.none", { kind: t(`invoices.tax.code.${code}`), taxable });
}

/** The sum as the paper has it, from net to what is to be paid. */
export function totalsRows(totals: Totals): KeyValue[] {
  return [
    { label: t("invoices.total.net"), value: money(totals.net, { currency: false }) },
    ...totals.taxLines.map((line) => ({
      label: taxWords(line),
      value: money(line.tax, { currency: false }),
    })),
    ...(totals.prepaid.minor === 0
      ? []
      : [
          { label: t("invoices.total.gross"), value: money(totals.gross, { currency: false }) },
          {
            label: t("invoices.total.prepaid"),
            value: money({ ...totals.prepaid, minor: -totals.prepaid.minor }, { currency: false }),
          },
        ]),
    {
      label: t("invoices.total.payable", { currency: totals.payable.currency }),
      value: money(totals.payable, { currency: false }),
      isTotal: true,
    },
  ];
}

export function LinesTable({ lines }: { lines: readonly InvoiceLineView[] }) {
  return (
    <table className={page.lines}>
      <thead>
        <tr>
          <th scope="col">{t("invoices.line.description")}</th>
          <th scope="col">{t("invoices.line.quantity")}</th>
          <th scope="col">{t("invoices.line.price")}</th>
          <th scope="col">{t("invoices.line.tax")}</th>
          <th scope="col">{t("invoices.line.amount")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          <tr key={place}>
            <td>{line.description}</td>
            <td>
              {line.unit === ""
                ? quantity(line.quantity)
                : t("invoices.line.counted", { count: quantity(line.quantity), unit: line.unit })}
            </td>
            <td>{unitPrice(line.unitPrice, line.amount.currency)}</td>
            <td>{percent(line.taxRate)}</td>
            <td>{money(line.amount, { currency: false })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Sums({ totals }: { totals: Totals }) {
  return (
    <div className={page.sums}>
      <KeyValues items={totalsRows(totals)} align="end" />
    </div>
  );
}
