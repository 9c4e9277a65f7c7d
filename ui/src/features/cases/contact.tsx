import { EyeOff } from "lucide-react";
import { useId, useState } from "react";
import { useToday } from "@/app";
import {
  Button,
  Checkbox,
  DateField,
  Dialog,
  FieldRow,
  Form,
  notify,
  Segmented,
  Select,
  TextArea,
  TextField,
} from "@/components";
import { t } from "@/lib/i18n";
import type {
  CaseView,
  Channel,
  ContactLog,
  ContactOutcome,
  Direction,
} from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import css from "./Cases.module.css";

const channels: readonly Channel[] = ["call", "email", "message", "letter", "visit", "in_person"];
const outcomes: Record<Direction, readonly ContactOutcome[]> = {
  outbound: [
    "reached",
    "no_answer",
    "left_message",
    "promised_to_pay",
    "invoice_not_received",
    "disputed",
    "replied",
  ],
  inbound: ["replied", "promised_to_pay", "invoice_not_received", "disputed"],
};
const OTHER = "other";

interface ContactDialogProps {
  view: CaseView;
  onClose: () => void;
}

/** A call, a message, a visit: who, when, what was said. The log keeps it as it is written. */
export function ContactDialog({ view, onClose }: ContactDialogProps) {
  const formId = useId();
  const today = useToday();
  const log = useMutationCommand("case.logContact");
  const callRung = view.ladder.find((rung) => rung.kind === "call");
  const mayCount =
    callRung !== undefined && (callRung.state === "now" || callRung.state === "next");
  const first = view.people.find((person) => person.mayKnowOfDebt) ?? view.people[0];
  const [contact, setContact] = useState<ContactLog>({
    case: view.id,
    direction: "outbound",
    channel: "call",
    on: today,
    person: first?.name ?? (view.people.length === 0 ? view.clientName : ""),
    outcome: "reached",
    words: "",
    countsAsStep: mayCount,
  });
  const change = (part: Partial<ContactLog>) => setContact((before) => ({ ...before, ...part }));
  const isPlanCall = mayCount && contact.direction === "outbound" && contact.channel === "call";

  const submit = async () => {
    try {
      await log.run({ ...contact, countsAsStep: isPlanCall && contact.countsAsStep });
      notify({ tone: "good", text: t("cases.contact.saved") });
      onClose();
    } catch {
      // Shown by the form through log.error.
    }
  };
  const turn = (direction: Direction) =>
    change({ direction, outcome: outcomes[direction][0] ?? "replied" });
  return (
    <Dialog
      title={t(contact.channel === "call" ? "cases.contact.callTitle" : "cases.contact.title")}
      isOpen
      onClose={onClose}
      keepOnOutsideClick
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form={formId} isPending={log.isPending}>
            {t("cases.contact.save")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={log.error} onSubmit={() => void submit()}>
        <Segmented
          label={t("cases.contact.direction")}
          hideLabel
          value={contact.direction}
          onChange={turn}
          choices={[
            { id: "outbound", label: t("cases.contact.outbound") },
            { id: "inbound", label: t("cases.contact.inbound") },
          ]}
        />
        <FieldRow>
          <Select
            label={t("cases.contact.channel")}
            name="channel"
            value={contact.channel}
            onChange={(channel) => change({ channel })}
            choices={channels.map((id) => ({ id, label: t(`records.channel.${id}`) }))}
          />
          <DateField
            label={t("cases.contact.on")}
            name="on"
            value={contact.on}
            onChange={(on) => on !== null && change({ on })}
            max={today}
            today={today}
            isRequired
          />
        </FieldRow>
        <PersonField
          view={view}
          person={contact.person}
          onChange={(person) => change({ person })}
        />
        <Select
          label={t("cases.contact.outcome")}
          name="outcome"
          value={contact.outcome}
          onChange={(outcome) => change({ outcome })}
          choices={outcomes[contact.direction].map((id) => ({
            id,
            label: t(`cases.contact.outcome.${id}`),
          }))}
        />
        <TextArea
          label={t("cases.contact.words")}
          name="words"
          value={contact.words}
          onChange={(words) => change({ words })}
          description={t("cases.contact.wordsNote")}
          rows={4}
          autoFocus
        />
        {isPlanCall && (
          <Checkbox
            isSelected={contact.countsAsStep}
            onChange={(countsAsStep) => change({ countsAsStep })}
            note={t("cases.contact.countsNote")}
          >
            {t("cases.contact.counts")}
          </Checkbox>
        )}
      </Form>
    </Dialog>
  );
}

interface PersonFieldProps {
  view: CaseView;
  person: string;
  onChange: (person: string) => void;
}

function PersonField({ view, person, onChange }: PersonFieldProps) {
  const known = view.people.find(({ name }) => name === person);
  const [isOther, setOther] = useState(view.people.length === 0);
  return (
    <>
      {view.people.length > 0 && (
        <Select
          label={t("cases.contact.person")}
          value={isOther ? OTHER : person}
          onChange={(next) => {
            setOther(next === OTHER);
            onChange(next === OTHER ? "" : next);
          }}
          choices={[
            ...view.people.map(({ name, mayKnowOfDebt }) => ({
              id: name,
              label: name,
              ...(mayKnowOfDebt ? {} : { note: t("cases.people.mayNot") }),
            })),
            { id: OTHER, label: t("cases.contact.personOther") },
          ]}
        />
      )}
      {isOther && (
        <TextField
          label={
            view.people.length === 0 ? t("cases.contact.person") : t("cases.contact.personName")
          }
          name="person"
          value={person}
          onChange={onChange}
        />
      )}
      {known?.mayKnowOfDebt === false && (
        <p className={css.warn} role="status">
          <EyeOff className="icon" aria-hidden />
          {t("cases.contact.messageOnly", { name: known.name })}
        </p>
      )}
    </>
  );
}
