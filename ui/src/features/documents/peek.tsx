import { ExternalLink, FileDown, FileText, Mail, Scale } from "lucide-react";
import { PageLink, path, useGo } from "@/app";
import {
  Button,
  CopyButton,
  ErrorNotice,
  type KeyValue,
  KeyValues,
  PdfView,
  PeekPanel,
} from "@/components";
import { date, fileSize } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { DocumentRow } from "@/lib/ipc/bindings.gen";
import { useBytesCommand } from "@/lib/ipc/hooks";
import { openAsMail, openPaper, savePaper } from "@/parts/papers";
import { Picture } from "@/parts/Picture";
import table from "@/parts/records/Records.module.css";
import css from "./Documents.module.css";
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
      <Sheet key={id} id={id} title={title} />
      {row !== null && <Facts row={row} />}
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

/** Scans may be pictures; a PDF says so in its first bytes. */
function isPdfFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
}

function Facts({ row }: { row: DocumentRow }) {
  const items: KeyValue[] = [
    {
      label: t("documents.peek.client"),
      value: (
        <PageLink to={path("clients", row.clientId)} className={table.link}>
          {row.clientName}
        </PageLink>
      ),
    },
    { label: t("documents.peek.made"), value: date(row.madeOn, "long") },
    { label: t("documents.peek.size"), value: fileSize(row.size) },
    {
      label: t("documents.peek.hash"),
      value: (
        <span className={css.hash}>
          <code>{row.sha256}</code>
        </span>
      ),
      note: t("documents.peek.same"),
    },
  ];
  return (
    <div className={css.facts}>
      <KeyValues items={items} />
      <CopyButton text={row.sha256} label={t("documents.peek.hashCopy")} />
    </div>
  );
}

function Acts({ id, row, title }: { id: string; row: DocumentRow | null; title: string }) {
  const go = useGo();
  const isLetter = row?.kind === "friendly_reminder" || row?.kind === "formal_demand";
  const caseId = row?.caseId ?? null;
  const invoiceId = row?.invoiceId ?? null;
  return (
    <>
      <Button icon={ExternalLink} onPress={() => void openPaper(id, title)}>
        {t("documents.peek.open")}
      </Button>
      <Button icon={FileDown} onPress={() => void savePaper(id, title)}>
        {t("documents.peek.save")}
      </Button>
      {isLetter && (
        <Button icon={Mail} onPress={() => void openAsMail(id, title)}>
          {t("documents.peek.mail")}
        </Button>
      )}
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
