import { Copy, Ellipsis, ExternalLink, FileDown, FolderOpen, Mail, Printer } from "lucide-react";
import { useState } from "react";
import { Button, IconButton, Menu, type MenuAct, notify } from "@/components";
import { t } from "@/lib/i18n";
import { openAsMail, openPaper, savePaper, showPaper } from "./papers";
import { PrintDialog } from "./PrintDialog";

/** Asks how to print a paper. */
export function PrintButton({
  id,
  name,
  ...rest
}: {
  id: string;
  name: string;
  kind?: "primary";
  wide?: boolean;
  autoFocus?: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button {...rest} icon={Printer} onPress={() => setOpen(true)}>
        {t("parts.paper.print")}
      </Button>
      {isOpen && <PrintDialog id={id} name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

interface PaperActsProps {
  id: string;
  name: string;
  /** Whether it goes with words by e-mail. */
  canMail?: boolean;
  /** The words on it, once they were read. */
  text?: string | null;
}

/** Everything that can be done with the file of a paper; the paper itself never changes. */
export function PaperActs({ id, name, canMail = false, text }: PaperActsProps) {
  const more: MenuAct[] = [
    {
      id: "open",
      label: t("parts.paper.openOutside"),
      icon: ExternalLink,
      onAct: () => void openPaper(id, name),
    },
    {
      id: "show",
      label: t("parts.paper.show"),
      icon: FolderOpen,
      onAct: () => void showPaper(id, name),
    },
  ];
  if (text !== undefined) {
    more.push({
      id: "copy",
      label: t("parts.paper.copyText"),
      icon: Copy,
      isDisabled: text === null,
      onAct: () => void copyText(text ?? ""),
    });
  }
  return (
    <>
      <PrintButton id={id} name={name} />
      {canMail && (
        <Button icon={Mail} onPress={() => void openAsMail(id, name)}>
          {t("parts.paper.mail")}
        </Button>
      )}
      <Button icon={FileDown} onPress={() => void savePaper(id, name)}>
        {t("parts.paper.save")}
      </Button>
      <Menu
        label={t("parts.paper.more")}
        trigger={<IconButton icon={Ellipsis} label={t("parts.paper.more")} />}
        acts={more}
      />
    </>
  );
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ tone: "good", text: t("parts.paper.copied") });
  } catch {
    notify({ tone: "problem", text: t("parts.paper.copyFailed") });
  }
}
