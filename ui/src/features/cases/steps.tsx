import { useId, useState } from "react";
import { useToday } from "@/app";
import { Button, DateField, Dialog, Form, notify, TextArea } from "@/components";
import { addDays } from "@/lib/clock";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { CaseView, StepKind } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import css from "./Cases.module.css";

const QUICK_DAYS = [3, 7, 14] as const;

interface CaseDialogProps {
  view: CaseView;
  onClose: () => void;
}

/** Nothing is proposed before a day. */
export function SnoozeDialog({ view, onClose }: CaseDialogProps) {
  const formId = useId();
  const today = useToday();
  const snooze = useMutationCommand("case.snooze");
  const tomorrow = addDays(today, 1) ?? today;
  const [until, setUntil] = useState(addDays(today, 3) ?? tomorrow);
  const submit = async () => {
    try {
      await snooze.run({ case: view.id, until });
      notify({
        text: t("cases.snooze.saved", { date: date(until, "long") }),
        undo: () => snooze.run({ case: view.id, until: today }),
      });
      onClose();
    } catch {
      // Shown by the form through snooze.error.
    }
  };
  return (
    <Dialog
      title={t("cases.snooze.title")}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form={formId} isPending={snooze.isPending}>
            {t("cases.snooze.save")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={snooze.error} onSubmit={() => void submit()}>
        <p className={css.lead}>{t("cases.snooze.text")}</p>
        <DateField
          label={t("cases.snooze.until")}
          name="until"
          value={until}
          onChange={(next) => next !== null && setUntil(next)}
          min={tomorrow}
          today={today}
          isRequired
          autoFocus
        />
        <div className={css.quick} role="group" aria-label={t("cases.snooze.quick")}>
          {QUICK_DAYS.map((days) => (
            <Button key={days} onPress={() => setUntil(addDays(today, days) ?? until)}>
              {t("cases.snooze.in", { days })}
            </Button>
          ))}
        </div>
      </Form>
    </Dialog>
  );
}

export function SkipDialog({ view, kind, onClose }: CaseDialogProps & { kind: StepKind }) {
  const formId = useId();
  const skip = useMutationCommand("case.skipStep");
  const [reason, setReason] = useState("");
  const step = t(`records.step.${kind}`);
  const submit = async () => {
    try {
      await skip.run({ case: view.id, kind, reason });
      notify({ text: t("cases.skip.saved", { step }) });
      onClose();
    } catch {
      // Shown by the form through skip.error.
    }
  };
  return (
    <Dialog
      title={t("cases.skip.title", { step })}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form={formId} isPending={skip.isPending}>
            {t("cases.skip.save")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={skip.error} onSubmit={() => void submit()}>
        <p className={css.lead}>{t("cases.skip.text")}</p>
        <TextArea
          label={t("cases.skip.reason")}
          name="reason"
          value={reason}
          onChange={setReason}
          description={t("cases.skip.reasonNote")}
          rows={2}
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
