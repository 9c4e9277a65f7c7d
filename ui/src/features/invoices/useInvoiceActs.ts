import { path, useGo } from "@/app/navigation";
import { notify } from "@/components";
import { t } from "@/lib/i18n";
import { useMutationCommand } from "@/lib/ipc/hooks";

/** Acts that an invoice offers wherever it is shown. */
export function useInvoiceActs() {
  const go = useGo();
  const copy = useMutationCommand("invoice.duplicate");
  const duplicate = async (id: string) => {
    try {
      const made = await copy.run({ id });
      notify({ text: t("invoices.duplicated") });
      go(path("drafts", made.id));
    } catch {
      notify({ tone: "problem", text: t("invoices.duplicate.failed") });
    }
  };
  return { duplicate, isDuplicating: copy.isPending };
}
