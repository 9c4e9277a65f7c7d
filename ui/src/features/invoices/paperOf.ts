import { t } from "@/lib/i18n";
import { call } from "@/lib/ipc/backend";
import { IpcError } from "@/lib/ipc/error";

/** The paper of an invoice; a recorded debt may have none here. */
export async function paperOf(invoice: string): Promise<string> {
  const { documentId } = await call("invoice.get", { id: invoice });
  if (documentId !== null) return documentId;
  throw new IpcError("precondition", t("invoices.chosen.noPaper"));
}
