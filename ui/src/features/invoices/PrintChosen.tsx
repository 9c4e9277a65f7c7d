import { Printer } from "lucide-react";
import { useState } from "react";
import {
  Button,
  Dialog,
  ErrorNotice,
  FieldRow,
  notify,
  NumberField,
  Select,
  Skeleton,
} from "@/components";
import { t } from "@/lib/i18n";
import { call, newRequestId } from "@/lib/ipc/backend";
import { commandTags, type PrintersView } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { BatchDialog } from "@/parts/batch/BatchDialog";
import { type Chosen, useBatch } from "@/parts/batch/useBatch";
import { paperOf } from "./paperOf";

interface PrintChosenProps {
  chosen: readonly Chosen[];
  onClose: () => void;
}

/** Hands the papers of several invoices to one printer, then asks whether they came out. */
export function PrintChosen({ chosen, onClose }: PrintChosenProps) {
  const printers = useQueryCommand("printers.list", {});
  const [to, setTo] = useState<{ printer: string; copies: number } | null>(null);
  if (to !== null) return <Handing {...to} chosen={chosen} onClose={onClose} />;
  const title = t("invoices.chosen.printTitle", { count: chosen.length });
  if (printers.data !== undefined && printers.data.printers.length > 0)
    return <Choose title={title} view={printers.data} onPrint={setTo} onClose={onClose} />;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t("parts.batch.close")}</Button>}
    >
      {printers.isError && <ErrorNotice error={printers.error} />}
      {printers.isPending && <Skeleton lines={2} />}
      {printers.data !== undefined && <p>{t("invoices.chosen.noPrinter")}</p>}
    </Dialog>
  );
}

interface ChooseProps {
  title: string;
  view: PrintersView;
  onPrint: (to: { printer: string; copies: number }) => void;
  onClose: () => void;
}

function Choose({ title, view, onPrint, onClose }: ChooseProps) {
  const usual = view.printers.find((printer) => printer.isDefault) ?? view.printers[0];
  const [printer, setPrinter] = useState(usual?.name ?? "");
  const [copies, setCopies] = useState<number | null>(1);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            kind="primary"
            icon={Printer}
            isDisabled={copies === null}
            onPress={() => onPrint({ printer, copies: copies ?? 1 })}
          >
            {t("parts.print.hand")}
          </Button>
        </>
      }
    >
      <FieldRow>
        <Select
          label={t("parts.print.printer")}
          value={printer}
          onChange={setPrinter}
          description={t("parts.print.note")}
          choices={view.printers.map(({ name, isDefault }) => ({
            id: name,
            label: isDefault ? t("parts.print.printer.default", { name }) : name,
          }))}
        />
        <NumberField
          label={t("parts.print.copies")}
          value={copies}
          onChange={setCopies}
          min={1}
          max={20}
        />
      </FieldRow>
    </Dialog>
  );
}

interface Handed {
  document: string;
  job: string;
}

interface HandingProps extends PrintChosenProps {
  printer: string;
  copies: number;
}

function Handing({ printer, copies, chosen, onClose }: HandingProps) {
  const { batch, start, stop } = useBatch<Handed>(commandTags["document.print"].tags);
  const answer = useMutationCommand("document.printAnswer");
  const one = async (invoice: string): Promise<Handed> => {
    const document = await paperOf(invoice);
    const request = { id: document, printer, copies };
    const handed = await call("document.print", request, newRequestId());
    return { document, job: handed.job ?? "" };
  };
  const handed = (batch?.outcomes ?? []).flatMap(({ result }) => (result === null ? [] : [result]));
  const allCameOut = async () => {
    try {
      for (const { document, job } of handed) {
        // In the order in which they went to the printer.
        // oxlint-disable-next-line no-await-in-loop
        await answer.run({ id: document, printer, job, cameOut: true });
      }
      notify({ tone: "good", text: t("invoices.chosen.yesSaved", { count: handed.length }) });
      onClose();
    } catch {
      // Shown below.
    }
  };
  return (
    <BatchDialog
      title={t("invoices.chosen.printing", { printer })}
      batch={batch}
      onStart={() => void start(chosen, one)}
      onStop={stop}
      onClose={onClose}
      ended={(counts) => t("invoices.chosen.printed", counts)}
      shown={({ name }) => name}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("parts.batch.close")}
          </Button>
          {handed.length > 0 && (
            <Button
              kind="primary"
              autoFocus
              isPending={answer.isPending}
              onPress={() => void allCameOut()}
            >
              {t("invoices.chosen.yes")}
            </Button>
          )}
        </>
      }
    >
      {answer.error && <ErrorNotice error={answer.error} />}
      {handed.length > 0 && (
        <p>
          <b>{t("invoices.chosen.cameOut")}</b> {t("invoices.chosen.cameOutNote")}
        </p>
      )}
    </BatchDialog>
  );
}
