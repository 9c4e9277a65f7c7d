import { CopyButton, Dialog, ErrorNotice, PdfView, Skeleton } from "@/components";
import { fileSize } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { FileView } from "@/lib/ipc/bindings.gen";
import { useBytesCommand } from "@/lib/ipc/hooks";
import { Picture } from "@/parts/Picture";
import css from "./Jobs.module.css";

/** A kept file, shown as it is: pages of a PDF, or the picture. */
export function FileDialog({ file, onClose }: { file: FileView; onClose: () => void }) {
  const bytes = useBytesCommand("file.bytes", { id: file.id });
  return (
    <Dialog
      title={t("jobs.file.title", { name: file.name })}
      size="large"
      isOpen
      onClose={onClose}
      actions={
        <span className={css.hash}>
          <span className={css.hint}>{fileSize(file.size)}</span>
          <code title={file.sha256}>{file.sha256}</code>
          <CopyButton text={file.sha256} />
        </span>
      }
    >
      {bytes.isError && <ErrorNotice error={bytes.error} onRetry={() => void bytes.refetch()} />}
      {bytes.isPending && <Skeleton lines={6} />}
      {bytes.data !== undefined &&
        (file.mediaType === "application/pdf" ? (
          <PdfView bytes={bytes.data} name={file.name} />
        ) : (
          <Picture bytes={bytes.data} name={file.name} />
        ))}
    </Dialog>
  );
}
