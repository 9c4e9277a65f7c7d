import { FileText, Maximize2, Scale } from "lucide-react";
import { path, useGo } from "@/app";
import { Button, ErrorNotice, PdfView, PeekPanel } from "@/components";
import { t } from "@/lib/i18n";
import type { DocumentRow } from "@/lib/ipc/bindings.gen";
import { useBytesCommand } from "@/lib/ipc/hooks";
import { PaperActs } from "@/parts/PaperActs";
import { Picture } from "@/parts/Picture";
import { isLetterKind } from "@/parts/steps";
import css from "./Documents.module.css";
import { Excerpt } from "./excerpt";
import { DocumentFacts, isPdfFile } from "./facts";
import { DocumentState } from "./state";

interface DocumentPeekProps {
  id: string;
  /** Its line in the list; absent while the list has not come that far. */
  row: DocumentRow | null;
  onClose: () => void;
}

export function DocumentPeek({ id, row, onClose }: DocumentPeekProps) {
  const title = row?.title ?? t("documents.peek.unknown");
  return (
    <PeekPanel
      title={title}
      status={row !== null && <DocumentState row={row} />}
      onClose={onClose}
      actions={<Acts id={id} row={row} title={title} />}
    >
      {row !== null && row.excerpt.length > 0 && (
        <p className={css.found}>
          <Excerpt parts={row.excerpt} />
        </p>
      )}
      <Sheet key={id} id={id} title={title} />
      {row !== null && <DocumentFacts row={row} />}
    </PeekPanel>
  );
}

function Sheet({ id, title }: { id: string; title: string }) {
  const bytes = useBytesCommand("document.bytes", { id });
  if (bytes.isError)
    return <ErrorNotice error={bytes.error} onRetry={() => void bytes.refetch()} />;
  const isPdf = bytes.data === undefined || isPdfFile(bytes.data);
  return (
    <div className={css.sheet}>
      {isPdf || bytes.data === undefined ? (
        <PdfView bytes={bytes.data} name={title} />
      ) : (
        <Picture bytes={bytes.data} name={title} />
      )}
    </div>
  );
}

function Acts({ id, row, title }: { id: string; row: DocumentRow | null; title: string }) {
  const go = useGo();
  const isLetter = row !== null && isLetterKind(row.kind);
  const canMail = isLetter || row?.kind === "statement";
  const caseId = row?.caseId ?? null;
  const invoiceId = row?.invoiceId ?? null;
  return (
    <>
      <Button kind="primary" icon={Maximize2} onPress={() => go(path("documents", id, "view"))}>
        {t("documents.peek.open")}
      </Button>
      <PaperActs id={id} name={title} canMail={canMail} />
      {isLetter && caseId !== null && (
        <Button kind="quiet" icon={Scale} onPress={() => go(path("cases", caseId))}>
          {t("documents.peek.case")}
        </Button>
      )}
      {!isLetter && invoiceId !== null && (
        <Button kind="quiet" icon={FileText} onPress={() => go(path("invoices", invoiceId))}>
          {t("documents.peek.invoice")}
        </Button>
      )}
    </>
  );
}
