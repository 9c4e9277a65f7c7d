import { useParams } from "@tanstack/react-router";
import { Copy, Download, Scale, Wallet } from "lucide-react";
import { path, useGo, useListKeys, useToday } from "@/app";
import {
  Button,
  ErrorNotice,
  KeyValues,
  type KeyValue,
  MoneyFigure,
  MoneyLine,
  PageHeader,
  PdfView,
  Section,
  Skeleton,
  Timeline,
} from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { InvoiceView } from "@/lib/ipc/bindings.gen";
import { useBytesCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { InvoiceStatusChip } from "@/parts/InvoiceStatus";
import { logTimeline } from "@/parts/log";
import { PrintButton } from "@/parts/PaperActs";
import { savePaper } from "@/parts/papers";
import { PaymentList } from "@/parts/PaymentList";
import { RecordedChip } from "@/parts/RecordedChip";
import css from "./InvoicePage.module.css";
import { DocumentLinks, LinesTable, logContext, Receivables, Sums } from "./InvoiceParts";
import { paymentFor } from "./InvoicePeek";
import list from "./InvoicesPage.module.css";
import { useInvoiceActs } from "./useInvoiceActs";

/** One invoice: what it says, what came in, what happened, and the paper itself. */
export function InvoicePage() {
  const { id = "" } = useParams({ strict: false });
  const query = useQueryCommand("invoice.get", { id });
  if (query.data !== undefined) return <Invoice invoice={query.data} />;
  return (
    <>
      <PageHeader title={t("invoices.one")} />
      <div className={css.alone}>
        {query.isError ? (
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
    </>
  );
}

function Invoice({ invoice }: { invoice: InvoiceView }) {
  const go = useGo();
  useListKeys({ p: () => go(paymentFor(invoice)) });
  return (
    <>
      <PageHeader
        title={invoice.number}
        status={
          <span className={list.chips}>
            <InvoiceStatusChip status={invoice.status} daysLate={daysLate(invoice)} />
            {invoice.kind === "recorded" && <RecordedChip />}
          </span>
        }
        subtitle={
          <>
            <a className={list.link} href={`#${path("clients", invoice.clientId)}`}>
              {invoice.clientName}
            </a>
            {invoice.jobId !== null && invoice.jobTitle !== "" && (
              <>
                {" · "}
                <a className={list.link} href={`#${path("jobs", invoice.jobId)}`}>
                  {invoice.jobTitle}
                </a>
              </>
            )}
          </>
        }
        toolbar={<Acts invoice={invoice} />}
      />
      <div className={css.columns}>
        <Facts invoice={invoice} />
        <Paper invoice={invoice} />
      </div>
    </>
  );
}

function daysLate(invoice: InvoiceView): number {
  return Math.max(
    0,
    ...invoice.receivables.map((part) => (part.open.minor > 0 ? part.daysLate : 0)),
  );
}

function Acts({ invoice }: { invoice: InvoiceView }) {
  const go = useGo();
  const { duplicate, isDuplicating } = useInvoiceActs();
  const { documentId, caseId } = invoice;
  return (
    <>
      {invoice.open.minor > 0 && (
        <Button kind="primary" icon={Wallet} onPress={() => go(paymentFor(invoice))}>
          {t("invoices.act.payment")}
        </Button>
      )}
      {documentId !== null && (
        <>
          <PrintButton id={documentId} name={invoice.number} />
          <Button icon={Download} onPress={() => void savePaper(documentId, invoice.number)}>
            {t("parts.paper.save")}
          </Button>
        </>
      )}
      {caseId !== null && (
        <Button icon={Scale} onPress={() => go(path("cases", caseId))}>
          {t("invoices.act.case")}
        </Button>
      )}
      {invoice.kind === "issued" && (
        <Button icon={Copy} isPending={isDuplicating} onPress={() => void duplicate(invoice.id)}>
          {t("invoices.act.duplicate")}
        </Button>
      )}
    </>
  );
}

function Facts({ invoice }: { invoice: InvoiceView }) {
  const today = useToday();
  const before = paidBefore(invoice);
  return (
    <div className={css.facts}>
      <MoneyLine>
        <MoneyFigure
          value={invoice.open}
          label={t("invoices.figure.open")}
          hot={invoice.status === "overdue"}
        />
        {before === 0 ? (
          <MoneyFigure value={invoice.paid} label={t("invoices.figure.paid")} />
        ) : (
          <>
            <MoneyFigure
              value={{ ...invoice.total, minor: before }}
              label={t("invoices.figure.before")}
            />
            {invoice.paid.minor > 0 && (
              <MoneyFigure value={invoice.paid} label={t("invoices.figure.paid")} />
            )}
          </>
        )}
        <MoneyFigure value={invoice.total} label={t("invoices.figure.total")} />
      </MoneyLine>
      <Section title={t("invoices.section.due")}>
        <Receivables receivables={invoice.receivables} />
      </Section>
      {invoice.kind === "recorded" && <p className={css.quiet}>{t("invoices.recorded.text")}</p>}
      {invoice.lines.length > 0 && (
        <Section title={t("invoices.section.lines")}>
          <LinesTable lines={invoice.lines} />
          {invoice.totals !== null && <Sums totals={invoice.totals} />}
        </Section>
      )}
      <Section title={t("invoices.section.facts")}>
        <KeyValues items={facts(invoice)} />
      </Section>
      <Section title={t("invoices.section.payments")}>
        {invoice.payments.length === 0 ? (
          <p className={css.quiet}>{t("invoices.payments.none")}</p>
        ) : (
          <PaymentList payments={invoice.payments} />
        )}
      </Section>
      {invoice.documents.length > 0 && (
        <Section title={t("invoices.section.documents")}>
          <DocumentLinks documents={invoice.documents} />
        </Section>
      )}
      <Section title={t("invoices.section.log")}>
        <Timeline
          label={t("invoices.section.log")}
          entries={logTimeline(invoice.log, logContext(invoice, today))}
        />
      </Section>
    </div>
  );
}

/** Of a recorded invoice only the rest is followed up: what of its total had come before. */
function paidBefore(invoice: InvoiceView): number {
  if (invoice.kind !== "recorded") return 0;
  return invoice.receivables.reduce((rest, part) => rest - part.amount.minor, invoice.total.minor);
}

function facts(invoice: InvoiceView): KeyValue[] {
  const rows: KeyValue[] = [
    { label: t("invoices.column.issued"), value: date(invoice.issuedOn, "long") },
  ];
  if (invoice.serviceOn !== null) {
    rows.push({ label: t("invoices.fact.service"), value: date(invoice.serviceOn, "long") });
  }
  if (invoice.purchaseOrder !== "") {
    rows.push({ label: t("invoices.fact.purchaseOrder"), value: invoice.purchaseOrder });
  }
  if (invoice.clientReference !== "") {
    rows.push({ label: t("invoices.fact.clientReference"), value: invoice.clientReference });
  }
  if (invoice.note !== "") rows.push({ label: t("invoices.fact.note"), value: invoice.note });
  return rows;
}

function Paper({ invoice }: { invoice: InvoiceView }) {
  const id = invoice.documentId;
  const bytes = useBytesCommand("document.bytes", { id: id ?? "" }, { enabled: id !== null });
  return (
    <div className={css.paper}>
      {id === null && <p className={css.quiet}>{t("invoices.paper.none")}</p>}
      {bytes.isError && <ErrorNotice error={bytes.error} onRetry={() => void bytes.refetch()} />}
      {id !== null && !bytes.isError && (
        <PdfView bytes={bytes.data} name={t("invoices.paper.name", { number: invoice.number })} />
      )}
    </div>
  );
}
