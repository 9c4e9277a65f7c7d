import { FileDown, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components";
import { t } from "@/lib/i18n";
import { call, newRequestId } from "@/lib/ipc/backend";
import { commandTags, type InvoiceRow } from "@/lib/ipc/bindings.gen";
import { host } from "@/lib/ipc/host";
import { BatchDialog } from "@/parts/batch/BatchDialog";
import { type Chosen, useBatch } from "@/parts/batch/useBatch";
import { ChosenBar } from "@/parts/ChosenBar";
import { paperOf } from "./paperOf";
import { PrintChosen } from "./PrintChosen";

interface ChosenInvoicesProps {
  rows: readonly InvoiceRow[];
  onClear: () => void;
}

/** What can be done with several invoices at once: their papers saved or printed, one after another. */
export function ChosenInvoices({ rows, onClear }: ChosenInvoicesProps) {
  const issued = rows.filter((row) => row.kind !== "draft");
  const drafts = rows.length - issued.length;
  const chosen = issued.map(({ id, number }) => ({ id, name: number }));
  const [act, setAct] = useState<"print" | { folder: string; token: string } | null>(null);
  const save = async () => {
    const folder = await host().pickFolder("papers");
    if (folder !== null) setAct({ folder: folder.name, token: folder.token });
  };
  const close = () => setAct(null);
  return (
    <>
      <ChosenBar
        label={t("invoices.chosen.bar")}
        count={t("invoices.chosen.count", { count: rows.length })}
        onClear={onClear}
        note={drafts === 0 ? null : t("invoices.chosen.drafts", { count: drafts })}
      >
        <Button icon={FileDown} isDisabled={issued.length === 0} onPress={() => void save()}>
          {t("invoices.chosen.save")}
        </Button>
        <Button icon={Printer} isDisabled={issued.length === 0} onPress={() => setAct("print")}>
          {t("invoices.chosen.print")}
        </Button>
      </ChosenBar>
      {act === "print" && <PrintChosen chosen={chosen} onClose={close} />}
      {act !== null && act !== "print" && (
        <SaveChosen chosen={chosen} folder={act.folder} token={act.token} onClose={close} />
      )}
    </>
  );
}

interface SaveChosenProps {
  chosen: readonly Chosen[];
  folder: string;
  token: string;
  onClose: () => void;
}

function SaveChosen({ chosen, folder, token, onClose }: SaveChosenProps) {
  const { batch, start, stop } = useBatch<string>(commandTags["document.saveTo"].tags);
  const one = async (invoice: string) => {
    const request = { id: await paperOf(invoice), folderToken: token };
    return (await call("document.saveTo", request, newRequestId())).name;
  };
  return (
    <BatchDialog
      title={t("invoices.chosen.saving", { folder })}
      batch={batch}
      onStart={() => void start(chosen, one)}
      onStop={stop}
      onClose={onClose}
      ended={(counts) => t("invoices.chosen.saved", counts)}
      shown={({ name, result }) => t("invoices.chosen.savedAs", { name, file: result })}
    />
  );
}
