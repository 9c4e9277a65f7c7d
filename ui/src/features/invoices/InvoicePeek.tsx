import { useToday } from "@/app";
import { path, useGo } from "@/app/navigation";
import {
  Amount,
  Button,
  ErrorNotice,
  KeyValues,
  PeekPanel,
  Section,
  Skeleton,
  Timeline,
} from "@/components";
import { dateNear } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { InvoiceRow, InvoiceView } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { InvoiceStatusChip } from "@/parts/InvoiceStatus";
import { logTimeline } from "@/parts/log";
import { openPaper } from "@/parts/papers";
import { PaymentList } from "@/parts/PaymentList";
import { RecordedChip } from "@/parts/RecordedChip";
import { DocumentLinks, logContext, Receivables } from "./InvoiceParts";
import css from "./InvoicesPage.module.css";
import { useInvoiceActs } from "./useInvoiceActs";

const LOG_SHOWN = 4;

/** What the chosen invoice is, without leaving the list. */
export function InvoicePeek({ row, onClose }: { row: InvoiceRow; onClose: () => void }) {
  return row.kind === "draft" ? (
    <DraftPeek row={row} onClose={onClose} />
  ) : (
    <IssuedPeek row={row} onClose={onClose} />
  );
}

function DraftPeek({ row, onClose }: { row: InvoiceRow; onClose: () => void }) {
  const go = useGo();
  const today = useToday();
  return (
    <PeekPanel
      title={row.clientName || t("invoices.draft")}
      status={<InvoiceStatusChip status={row.status} daysLate={row.daysLate} />}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={() => go(path("drafts", row.id))}>
          {t("invoices.draft.continue")}
        </Button>
      }
    >
      <KeyValues
        items={[
          { label: t("invoices.column.title"), value: row.title || "–" },
          {
            label: t("invoices.draft.changed"),
            value: row.issuedOn === null ? "–" : dateNear(row.issuedOn, today),
          },
          {
            label: t("invoices.column.total"),
            value: row.total === null ? "–" : <Amount value={row.total} strong />,
          },
        ]}
      />
    </PeekPanel>
  );
}

function IssuedPeek({ row, onClose }: { row: InvoiceRow; onClose: () => void }) {
  const go = useGo();
  const query = useQueryCommand("invoice.get", { id: row.id });
  const { duplicate, isDuplicating } = useInvoiceActs();
  const invoice = query.data;
  const isOpen = invoice !== undefined && invoice.open.minor > 0;
  const document = invoice?.documentId ?? null;
  const caseId = invoice?.caseId ?? null;
  return (
    <PeekPanel
      title={row.number}
      status={
        <span className={css.chips}>
          <InvoiceStatusChip status={row.status} daysLate={row.daysLate} />
          {row.kind === "recorded" && <RecordedChip />}
        </span>
      }
      onClose={onClose}
      actions={
        <>
          {isOpen && (
            <Button kind="primary" onPress={() => go(paymentFor(invoice))}>
              {t("invoices.act.payment")}
            </Button>
          )}
          <Button onPress={() => go(path("invoices", row.id))}>{t("invoices.act.openPage")}</Button>
          {document !== null && (
            <Button kind="quiet" onPress={() => void openPaper(document, row.number)}>
              {t("parts.paper.open")}
            </Button>
          )}
          {row.kind === "issued" && (
            <Button kind="quiet" isPending={isDuplicating} onPress={() => void duplicate(row.id)}>
              {t("invoices.act.duplicate")}
            </Button>
          )}
          {caseId !== null && (
            <Button kind="quiet" onPress={() => go(path("cases", caseId))}>
              {t("invoices.act.case")}
            </Button>
          )}
        </>
      }
    >
      {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={8} />}
      {invoice && <PeekFacts invoice={invoice} />}
    </PeekPanel>
  );
}

export function paymentFor(invoice: Pick<InvoiceView, "id" | "clientId">): string {
  const query = new URLSearchParams({ client: invoice.clientId, invoice: invoice.id });
  return `/payments/new?${query.toString()}`;
}

function PeekFacts({ invoice }: { invoice: InvoiceView }) {
  const today = useToday();
  const log = logTimeline(invoice.log, logContext(invoice, today)).slice(0, LOG_SHOWN);
  return (
    <div className={css.peekBody}>
      <KeyValues
        items={[
          {
            label: t("invoices.column.client"),
            value: (
              <a className={css.link} href={`#${path("clients", invoice.clientId)}`}>
                {invoice.clientName}
              </a>
            ),
          },
          ...(invoice.jobTitle === ""
            ? []
            : [{ label: t("invoices.fact.job"), value: invoice.jobTitle }]),
          { label: t("invoices.column.issued"), value: dateNear(invoice.issuedOn, today) },
          { label: t("invoices.column.total"), value: <Amount value={invoice.total} /> },
          {
            label: t("invoices.column.open"),
            value: <Amount value={invoice.open} strong hot={invoice.status === "overdue"} />,
          },
        ]}
      />
      <Section title={t("invoices.section.due")}>
        <Receivables receivables={invoice.receivables} />
      </Section>
      {invoice.payments.length > 0 && (
        <Section title={t("invoices.section.payments")}>
          <PaymentList payments={invoice.payments} />
        </Section>
      )}
      {invoice.documents.length > 0 && (
        <Section title={t("invoices.section.documents")}>
          <DocumentLinks documents={invoice.documents} />
        </Section>
      )}
      {log.length > 0 && (
        <Section title={t("invoices.section.log")}>
          <Timeline label={t("invoices.section.log")} entries={log} />
        </Section>
      )}
    </div>
  );
}
