import { FileCheck } from "lucide-react";
import { path, useGo } from "@/app";
import { Button, Dialog, ErrorNotice, PdfView } from "@/components";
import { money } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { PaymentRow } from "@/lib/ipc/bindings.gen";
import { useBytesCommand, useMutationCommand } from "@/lib/ipc/hooks";
import css from "./PrintDialog.module.css";

/** The receipt of a payment, seen before it is made. */
export function ReceiptDialog({ payment, onClose }: { payment: PaymentRow; onClose: () => void }) {
  const go = useGo();
  const page = useBytesCommand("receipt.preview", { id: payment.id });
  const make = useMutationCommand("receipt.make");
  const title = t("parts.payments.receipt.title", { amount: money(payment.amount) });
  const run = async () => {
    try {
      const made = await make.run({ id: payment.id });
      onClose();
      go(path("documents", made.document, "view"));
    } catch {
      // Shown below.
    }
  };
  return (
    <Dialog
      title={title}
      size="large"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            kind="primary"
            icon={FileCheck}
            isPending={make.isPending}
            isDisabled={page.isError}
            onPress={() => void run()}
          >
            {t("parts.payments.receipt.make")}
          </Button>
        </>
      }
    >
      {make.error && <ErrorNotice error={make.error} />}
      <p className={css.note}>{t("parts.payments.receipt.note")}</p>
      {page.isError ? (
        <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <PdfView bytes={page.data} name={title} />
      )}
    </Dialog>
  );
}
