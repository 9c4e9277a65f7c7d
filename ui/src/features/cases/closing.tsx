import { useId, useState } from "react";
import { Button, Dialog, Form, notify, TextArea } from "@/components";
import { t } from "@/lib/i18n";
import type { CaseView } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import css from "./Cases.module.css";

interface CaseDialogProps {
  view: CaseView;
  onClose: () => void;
}

/** Offered once nothing is open: a case with something open stays open. */
export function CloseDialog({ view, onClose }: CaseDialogProps) {
  const formId = useId();
  const close = useMutationCommand("case.close");
  const [reason, setReason] = useState("");
  const submit = async () => {
    try {
      await close.run({ id: view.id, expectedVersion: view.version, outcome: "paid", reason });
      notify({ tone: "good", text: t("cases.close.saved") });
      onClose();
    } catch {
      // Shown by the form through close.error.
    }
  };
  return (
    <Dialog
      title={t("cases.close.title")}
      size="small"
      isOpen
      onClose={onClose}
      keepOnOutsideClick
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form={formId} isPending={close.isPending}>
            {t("cases.close.save")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={close.error} onSubmit={() => void submit()}>
        <p className={css.lead}>{t("cases.close.text")}</p>
        <TextArea
          label={t("cases.close.reason")}
          name="reason"
          value={reason}
          onChange={setReason}
          description={t("cases.close.reasonNote")}
          rows={2}
        />
      </Form>
    </Dialog>
  );
}

export function ReopenDialog({ view, onClose }: CaseDialogProps) {
  const formId = useId();
  const reopen = useMutationCommand("case.reopen");
  const [reason, setReason] = useState("");
  const submit = async () => {
    try {
      await reopen.run({ id: view.id, expectedVersion: view.version, reason });
      notify({ tone: "good", text: t("cases.reopen.saved") });
      onClose();
    } catch {
      // Shown by the form through reopen.error.
    }
  };
  return (
    <Dialog
      title={t("cases.reopen.title")}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form={formId} isPending={reopen.isPending}>
            {t("cases.reopen.save")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={reopen.error} onSubmit={() => void submit()}>
        <p className={css.lead}>{t("cases.reopen.text")}</p>
        <TextArea
          label={t("cases.reopen.reason")}
          name="reason"
          value={reason}
          onChange={setReason}
          rows={2}
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
