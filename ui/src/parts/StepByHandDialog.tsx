import { useId, useState } from "react";
import { useToday } from "@/app";
import { Button, DateField, Dialog, FieldRow, Form, notify, Select, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { Channel, OutsideHelp, StepKind } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";

const channels = [
  "email",
  "letter",
  "message",
  "visit",
  "in_person",
] as const satisfies readonly Channel[];
const helps = ["mediation", "attorney_letter"] as const satisfies readonly OutsideHelp[];

interface StepByHandProps {
  receivables: readonly string[];
  kind: StepKind;
  clientName: string;
  onClose: () => void;
}

/** A step without a paper of ours: the owner did it and says how and when. */
export function StepByHandDialog({ receivables, kind, clientName, onClose }: StepByHandProps) {
  const formId = useId();
  const today = useToday();
  const decide = useMutationCommand("step.decide");
  const isHelp = kind === "outside_help";
  const [channel, setChannel] = useState<Channel>(kind === "visit" ? "visit" : "email");
  const [help, setHelp] = useState<OutsideHelp>("mediation");
  const [on, setOn] = useState(today);
  const [to, setTo] = useState(clientName);
  const [note, setNote] = useState("");
  const [deadlineOn, setDeadline] = useState<string | null>(null);
  const step = t(`records.step.${kind}`);
  const submit = async () => {
    try {
      await decide.run({
        receivables: [...receivables],
        kind,
        how: "done",
        channel,
        on,
        to,
        note,
        deadlineOn: isHelp ? deadlineOn : null,
        help: isHelp ? help : null,
      });
      notify({ tone: "good", text: t("records.byHand.saved", { step }) });
      onClose();
    } catch {
      // Shown by the form through decide.error.
    }
  };
  return (
    <Dialog
      title={t("records.byHand.title", { step })}
      isOpen
      onClose={onClose}
      keepOnOutsideClick
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form={formId} isPending={decide.isPending}>
            {t("records.byHand.save")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={decide.error} onSubmit={() => void submit()}>
        <p>{t("records.byHand.text")}</p>
        {isHelp && (
          <Select
            label={t("records.byHand.help")}
            name="help"
            value={help}
            onChange={setHelp}
            choices={helps.map((id) => ({ id, label: t(`records.byHand.help.${id}`) }))}
          />
        )}
        <FieldRow>
          <Select
            label={t("records.byHand.channel")}
            name="channel"
            value={channel}
            onChange={setChannel}
            choices={channels.map((id) => ({ id, label: t(`records.channel.${id}`) }))}
          />
          <DateField
            label={t("records.byHand.on")}
            name="on"
            value={on}
            onChange={(next) => next !== null && setOn(next)}
            max={today}
            today={today}
            isRequired
          />
        </FieldRow>
        <TextField label={t("records.byHand.to")} name="to" value={to} onChange={setTo} />
        <TextField label={t("records.byHand.note")} name="note" value={note} onChange={setNote} />
        {isHelp && (
          <DateField
            label={t("records.byHand.deadline")}
            name="deadlineOn"
            value={deadlineOn}
            onChange={setDeadline}
            today={today}
          />
        )}
      </Form>
    </Dialog>
  );
}
