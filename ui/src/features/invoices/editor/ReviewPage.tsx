import { useParams } from "@tanstack/react-router";
import { ArrowLeft, CircleCheck, Download } from "lucide-react";
import { useState } from "react";
import { path, useGo } from "@/app";
import {
  Button,
  Chip,
  CopyButton,
  ErrorNotice,
  KeyValues,
  type KeyValue,
  PageHeader,
  PdfView,
  Section,
  Skeleton,
} from "@/components";
import { date, money } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { Content, DraftView, InvoiceIssued, InvoiceReview } from "@/lib/ipc/bindings.gen";
import { useBytesCommand, useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { PrintButton } from "@/parts/PaperActs";
import { savePaper } from "@/parts/papers";
import { totalsRows } from "../InvoiceParts";
import css from "./EditorPage.module.css";
import { CodeProblems } from "./CodeProblems";
import { MissingContents } from "./MissingContents";
import { WatchOffer } from "./WatchOffer";

interface Done {
  issued: InvoiceIssued;
  review: InvoiceReview;
}

/** Shows exactly what issuing does, and does it: the one act here that cannot be taken back. */
export function ReviewPage() {
  const { id = "" } = useParams({ strict: false });
  const [done, setDone] = useState<Done | null>(null);
  const draft = useQueryCommand("draft.get", { id }, { enabled: done === null });
  if (done !== null) return <Issued done={done} />;
  if (draft.data !== undefined) return <Review view={draft.data} onIssued={setDone} />;
  return (
    <>
      <PageHeader title={t("invoices.review.title")} />
      <div className={css.alone}>
        {draft.isError ? (
          <ErrorNotice error={draft.error} onRetry={() => void draft.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </div>
    </>
  );
}

function Review({ view, onIssued }: { view: DraftView; onIssued: (done: Done) => void }) {
  const go = useGo();
  const request = { draft: view.id, expectedVersion: view.version };
  const review = useQueryCommand("invoice.review", request);
  const page = useBytesCommand("invoice.reviewPage", request);
  const issue = useMutationCommand("invoice.issue");
  const back = () => go(path("drafts", view.id), { replace: true });
  const [passed, setPassed] = useState<ReadonlySet<Content>>(new Set());
  const number = review.data?.number ?? view.check.nextNumber;

  const run = async (shown: InvoiceReview) => {
    try {
      const issued = await issue.run({ draft: view.id, reviewToken: shown.reviewToken });
      onIssued({ issued, review: shown });
    } catch {
      // Shown below; what is to be reviewed is asked again, so that it is never older than the file.
      void review.refetch();
    }
  };

  return (
    <>
      <PageHeader
        title={t("invoices.review.title")}
        actions={
          <Button icon={ArrowLeft} onPress={back}>
            {t("invoices.review.back")}
          </Button>
        }
      />
      <div className={css.columns}>
        <div className={css.form}>
          <div className={css.reviewBody}>
            {issue.error !== null && <ErrorNotice error={issue.error} />}
            {review.isError && (
              <ErrorNotice error={review.error} onRetry={() => void review.refetch()} />
            )}
            {review.isPending && <Skeleton lines={6} />}
            {review.data && !review.isError && (
              <>
                <ReviewFacts review={review.data} />
                {review.data.missing.length > 0 && (
                  <MissingContents
                    missing={review.data.missing}
                    passed={passed}
                    onPass={setPassed}
                  />
                )}
                <CodeProblems problems={review.data.codeProblems} />
                <p className={css.warning}>{t("invoices.review.warning", { number })}</p>
                <div className={css.acts}>
                  <Button
                    kind="primary"
                    isPending={issue.isPending}
                    isDisabled={
                      review.isFetching || page.isPending || !isPassed(review.data, passed)
                    }
                    onPress={() => void run(review.data)}
                  >
                    {t("invoices.review.issue", { number })}
                  </Button>
                </div>
              </>
            )}
          </div>
        </div>
        <div className={css.paper}>
          {page.isError && <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />}
          {!page.isError && (
            <PdfView bytes={page.data} name={t("invoices.paper.name", { number })} />
          )}
        </div>
      </div>
    </>
  );
}

/** Everything that is missing was seen and passed over by itself. */
function isPassed(review: InvoiceReview, passed: ReadonlySet<Content>): boolean {
  return review.missing.every(({ content }) => passed.has(content));
}

function ReviewFacts({ review }: { review: InvoiceReview }) {
  const rows: KeyValue[] = [
    { label: t("invoices.column.number"), value: review.number },
    { label: t("invoices.column.client"), value: review.clientName },
    { label: t("invoices.editor.issueOn"), value: date(review.issueOn, "long") },
    {
      label: review.instalments > 1 ? t("invoices.review.lastDue") : t("invoices.column.due"),
      value: date(review.dueOn, "long"),
      ...(review.instalments > 1
        ? { note: t("invoices.review.instalments", { count: review.instalments }) }
        : {}),
    },
  ];
  return (
    <>
      <div className={css.figure}>
        <b>{money(review.totals.payable)}</b>
        <span>{t("invoices.review.to", { client: review.clientName })}</span>
      </div>
      <KeyValues items={rows} />
      <Section title={t("invoices.review.sums")}>
        <KeyValues items={totalsRows(review.totals)} align="end" />
      </Section>
    </>
  );
}

function Issued({ done }: { done: Done }) {
  const go = useGo();
  const { issued, review } = done;
  const page = useBytesCommand("document.bytes", { id: issued.document });
  return (
    <>
      <PageHeader
        title={issued.number}
        status={
          <Chip icon={CircleCheck} tone="good">
            {t("invoices.issued.chip")}
          </Chip>
        }
      />
      <div className={css.columns}>
        <div className={css.form}>
          <div className={css.reviewBody}>
            <div className={css.figure}>
              <b>{money(review.totals.payable)}</b>
              <span>
                {t("invoices.issued.due", {
                  client: review.clientName,
                  date: date(review.dueOn, "long"),
                })}
              </span>
            </div>
            <p className={css.warning}>{t("invoices.issued.text")}</p>
            <div className={css.acts}>
              <PrintButton kind="primary" autoFocus id={issued.document} name={issued.number} />
              <Button
                icon={Download}
                onPress={() => void savePaper(issued.document, issued.number)}
              >
                {t("parts.paper.save")}
              </Button>
              <CopyButton text={issued.number} label={t("invoices.issued.copy")} />
            </div>
            {issued.isFirst && <WatchOffer />}
            <div className={css.acts}>
              <Button kind="quiet" onPress={() => go(path("invoices", issued.invoice))}>
                {t("invoices.issued.open")}
              </Button>
              <Button kind="quiet" onPress={() => go("/today")}>
                {t("invoices.issued.today")}
              </Button>
            </div>
          </div>
        </div>
        <div className={css.paper}>
          {page.isError ? (
            <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
          ) : (
            <PdfView bytes={page.data} name={t("invoices.paper.name", { number: issued.number })} />
          )}
        </div>
      </div>
    </>
  );
}
