import { useParams } from "@tanstack/react-router";
import { ArrowLeft, FileText, Printer, Scale } from "lucide-react";
import { useMemo, useState } from "react";
import { path, useGo, usePaletteActs, useToday } from "@/app";
import {
  Button,
  ErrorNotice,
  PageHeader,
  PaperViewer,
  Section,
  Skeleton,
  Timeline,
} from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { DocumentView } from "@/lib/ipc/bindings.gen";
import { useBytesCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { logTimeline } from "@/parts/log";
import { PaperActs } from "@/parts/PaperActs";
import { Picture } from "@/parts/Picture";
import { PrintDialog } from "@/parts/PrintDialog";
import paperPage from "@/parts/PaperPage.module.css";
import css from "./Documents.module.css";
import { DocumentFacts, isPdfFile } from "./facts";
import { DocumentState } from "./state";

/** One paper, to be read: as large as the window, with what happened to it beside it. */
export function DocumentViewPage() {
  const { id = "" } = useParams({ strict: false });
  const view = useQueryCommand("document.get", { id });
  if (view.isError) {
    return (
      <>
        <PageHeader title={t("documents.title")} actions={<Back />} />
        <div className={paperPage.notice}>
          <ErrorNotice error={view.error} onRetry={() => void view.refetch()} />
        </div>
      </>
    );
  }
  if (view.data === undefined) return <Skeleton lines={8} />;
  return <Paper key={id} view={view.data} />;
}

function Back() {
  const go = useGo();
  return (
    <Button kind="quiet" icon={ArrowLeft} onPress={() => go("/documents")}>
      {t("documents.view.back")}
    </Button>
  );
}

function Paper({ view }: { view: DocumentView }) {
  const { document } = view;
  const bytes = useBytesCommand("document.bytes", { id: document.id });
  const [text, setText] = useState<string | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  usePaletteActs(
    useMemo(
      () => [
        {
          id: "print-paper",
          label: t("parts.print.title", { name: document.title }),
          icon: Printer,
          onAct: () => setPrinting(true),
        },
      ],
      [document.title],
    ),
  );
  const isPicture = bytes.data !== undefined && !isPdfFile(bytes.data);
  return (
    <>
      <PageHeader
        title={document.title}
        status={<DocumentState row={document} />}
        subtitle={`${t(`parts.document.${document.kind}`)} · ${date(document.madeOn, "long")}`}
        actions={<Back />}
        toolbar={
          <PaperActs
            id={document.id}
            name={document.title}
            canMail={view.text !== null}
            text={text}
          />
        }
      />
      <div className={paperPage.columns}>
        {bytes.isError && <ErrorNotice error={bytes.error} onRetry={() => void bytes.refetch()} />}
        {!bytes.isError && isPicture && (
          <div className={css.picture}>
            <Picture bytes={bytes.data} name={document.title} />
          </div>
        )}
        {!bytes.isError && !isPicture && (
          <PaperViewer bytes={bytes.data} name={document.title} onText={setText} />
        )}
        <Side view={view} />
      </div>
      {isPrinting && (
        <PrintDialog id={document.id} name={document.title} onClose={() => setPrinting(false)} />
      )}
    </>
  );
}

function Side({ view }: { view: DocumentView }) {
  const go = useGo();
  const today = useToday();
  const { document, text, log } = view;
  return (
    <aside className={paperPage.side} aria-label={t("documents.view.facts")}>
      <Section title={t("documents.view.facts")}>
        <DocumentFacts row={document} />
        {document.caseId !== null && (
          <Button
            kind="quiet"
            icon={Scale}
            onPress={() => go(path("cases", document.caseId ?? ""))}
          >
            {t("documents.peek.case")}
          </Button>
        )}
        {document.invoiceId !== null && (
          <Button
            kind="quiet"
            icon={FileText}
            onPress={() => go(path("invoices", document.invoiceId ?? ""))}
          >
            {t("documents.peek.invoice")}
          </Button>
        )}
      </Section>
      {log.length > 0 && (
        <Section title={t("documents.view.history")}>
          <Timeline
            label={t("documents.view.history")}
            entries={logTimeline(
              log.map((entry) => ({ ...entry, documentId: null })),
              { today },
            )}
          />
        </Section>
      )}
      {text !== null && (
        <Section title={t("documents.view.words")}>
          <p className={css.words}>{text.text}</p>
        </Section>
      )}
    </aside>
  );
}
