import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { t } from "@/lib/i18n";
import { IconButton } from "./Button";
import css from "./Dialog.module.css";
import { names } from "./names";

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
  size?: "small" | "medium" | "large";
  /** A review of what leaves is closed by its buttons or Esc, never by a click beside it. */
  keepOnOutsideClick?: boolean;
  role?: "dialog" | "alertdialog";
}

/** One question or one short form. Never opened from another dialog. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  size = "medium",
  keepOnOutsideClick,
  role = "dialog",
}: DialogProps) {
  return (
    <ModalOverlay
      className={css.overlay ?? ""}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={keepOnOutsideClick !== true}
    >
      <Modal className={names(css.modal, css[size])}>
        <AriaDialog role={role} className={css.dialog ?? ""}>
          <header className={css.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon={X} label={t("common.close")} onPress={onClose} />
          </header>
          <div className={css.body}>{children}</div>
          {actions && <footer className={css.foot}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
