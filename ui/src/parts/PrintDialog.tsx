import { ExternalLink, Printer } from "lucide-react";
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
import type { DocumentPrinted, PrintersView } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { openPaper } from "./papers";
import css from "./PrintDialog.module.css";

interface PrintDialogProps {
  id: string;
  name: string;
  onClose: () => void;
}

/** Hands a paper to the viewer or to a printer, then asks whether it came out. Neither marks it as posted. */
export function PrintDialog({ id, name, onClose }: PrintDialogProps) {
  const printers = useQueryCommand("printers.list", {});
  const [handed, setHanded] = useState<DocumentPrinted | null>(null);
  if (handed !== null) return <Asked id={id} handed={handed} onClose={onClose} />;
  if (printers.data !== undefined && printers.data.printers.length > 0)
    return (
      <Choose id={id} name={name} view={printers.data} onHanded={setHanded} onClose={onClose} />
    );
  return (
    <Dialog
      title={t("parts.print.title", { name })}
      isOpen
      onClose={onClose}
      actions={<ViewerButton id={id} name={name} onClose={onClose} />}
    >
      {printers.isError && <ErrorNotice error={printers.error} />}
      {printers.isPending && <Skeleton lines={2} />}
      {printers.data !== undefined && (
        <div className={css.none}>
          <b>{t("parts.print.none.title")}</b>
          <p>{t("parts.print.none.text")}</p>
        </div>
      )}
    </Dialog>
  );
}

function ViewerButton({ id, name, onClose }: PrintDialogProps) {
  return (
    <Button
      kind="primary"
      icon={ExternalLink}
      autoFocus
      onPress={() => {
        onClose();
        void openPaper(id, name);
      }}
    >
      {t("parts.print.viewer")}
    </Button>
  );
}

interface ChooseProps extends PrintDialogProps {
  view: PrintersView;
  onHanded: (handed: DocumentPrinted) => void;
}

function Choose({ id, name, view, onHanded, onClose }: ChooseProps) {
  const print = useMutationCommand("document.print");
  const usual = view.printers.find((printer) => printer.isDefault) ?? view.printers[0];
  const [printer, setPrinter] = useState(usual?.name ?? "");
  const [copies, setCopies] = useState<number | null>(1);
  const hand = async () => {
    try {
      onHanded(await print.run({ id, printer, copies: copies ?? 1 }));
    } catch {
      // Shown below.
    }
  };
  return (
    <Dialog
      title={t("parts.print.title", { name })}
      isOpen
      onClose={onClose}
      keepOnOutsideClick
      actions={
        <>
          <Button
            icon={Printer}
            isPending={print.isPending}
            isDisabled={copies === null}
            onPress={() => void hand()}
          >
            {t("parts.print.hand")}
          </Button>
          <ViewerButton id={id} name={name} onClose={onClose} />
        </>
      }
    >
      {print.error && <ErrorNotice error={print.error} />}
      <p className={css.note}>{t("parts.print.viewerNote")}</p>
      <FieldRow>
        <Select
          label={t("parts.print.printer")}
          value={printer}
          onChange={setPrinter}
          description={t("parts.print.note")}
          choices={view.printers.map((known) => ({
            id: known.name,
            label: known.isDefault
              ? t("parts.print.printer.default", { name: known.name })
              : known.name,
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

interface AskedProps {
  id: string;
  handed: DocumentPrinted;
  onClose: () => void;
}

/** What the printer did only the owner sees. */
function Asked({ id, handed, onClose }: AskedProps) {
  const answer = useMutationCommand("document.printAnswer");
  const { printer } = handed;
  const job = handed.job ?? "";
  const say = async (cameOut: boolean) => {
    try {
      await answer.run({ id, printer, job, cameOut });
      notify({
        tone: cameOut ? "good" : "plain",
        text: t(cameOut ? "parts.print.yesSaved" : "parts.print.noSaved", { printer }),
      });
      onClose();
    } catch {
      // Shown below.
    }
  };
  return (
    <Dialog
      title={
        job === ""
          ? t("parts.print.handed", { printer })
          : t("parts.print.handedJob", { printer, job })
      }
      isOpen
      onClose={onClose}
      keepOnOutsideClick
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("parts.print.later")}
          </Button>
          <Button isDisabled={answer.isPending} onPress={() => void say(false)}>
            {t("parts.print.no")}
          </Button>
          <Button
            kind="primary"
            autoFocus
            isPending={answer.isPending}
            onPress={() => void say(true)}
          >
            {t("parts.print.yes")}
          </Button>
        </>
      }
    >
      {answer.error && <ErrorNotice error={answer.error} />}
      <p className={css.note}>{t("parts.print.handedNote")}</p>
      {handed.isCopy && <p className={css.note}>{t("parts.print.copy")}</p>}
    </Dialog>
  );
}
