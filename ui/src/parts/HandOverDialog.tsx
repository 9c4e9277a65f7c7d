import { useId, useState } from "react";
import { useToday } from "@/app";
import { Button, DateField, Dialog, FieldRow, Form, notify, Select, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { CasePerson, Channel, DocumentRow } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import css from "./HandOverDialog.module.css";

const channels = ["letter", "email", "message", "in_person"] as const satisfies readonly Channel[];
const posted = ["formal_demand", "final_notice", "statement"] as const;
type HandOverChannel = (typeof channels)[number];

interface HandOverProps {
  letter: DocumentRow;
  people: readonly CasePerson[];
  onClose: () => void;
  onDone?: () => void;
}

/** The owner says that a letter left their hands, how and when. Nothing else makes a step done. */
export function HandOverDialog({ letter, people, onClose, onDone }: HandOverProps) {
  const formId = useId();
  const today = useToday();
  const handOver = useMutationCommand("letter.handedOver");
  // What has to be shown later goes by post, and so does what is sent again by another way.
  const byPost = posted.some((kind) => kind === letter.kind);
  const [channel, setChannel] = useState<HandOverChannel>(byPost ? "letter" : "email");
  const [on, setOn] = useState(today);
  const [typedTo, setTypedTo] = useState<string | null>(null);
  const [proof, setProof] = useState("");
  const to = typedTo ?? addressee(channel, letter, people);
  const paper = t(`parts.document.${letter.kind}`);

  const submit = async () => {
    try {
      await handOver.run({ document: letter.id, channel, on, to, proof });
      notify({ tone: "good", text: t("records.handOver.saved", { paper }) });
      onClose();
      onDone?.();
    } catch {
      // Shown by the form through handOver.error.
    }
  };
  return (
    <Dialog
      title={t("records.handOver.title", { paper })}
      isOpen
      onClose={onClose}
      keepOnOutsideClick
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form={formId} isPending={handOver.isPending}>
            {t("records.handOver.save")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={handOver.error} onSubmit={() => void submit()}>
        <p className={css.lead}>{t("records.handOver.text")}</p>
        <FieldRow>
          <Select
            label={t("records.handOver.channel")}
            name="channel"
            value={channel}
            onChange={setChannel}
            choices={channels.map((id) => ({ id, label: t(`records.handOver.channel.${id}`) }))}
            autoFocus
          />
          <DateField
            label={t("records.handOver.on")}
            name="on"
            value={on}
            onChange={(next) => next !== null && setOn(next)}
            min={letter.madeOn}
            max={today}
            today={today}
            isRequired
          />
        </FieldRow>
        <TextField
          label={t("records.handOver.to")}
          name="to"
          value={to}
          onChange={setTypedTo}
          isRequired
        />
        <TextField
          label={t("records.handOver.proof")}
          name="proof"
          value={proof}
          onChange={setProof}
          description={t(
            channel === "letter" ? "records.handOver.proof.letter" : "records.handOver.proof.other",
          )}
        />
      </Form>
    </Dialog>
  );
}

/** Post goes to the client; mail and messages to the first person who may know and can be reached so. */
function addressee(
  channel: HandOverChannel,
  letter: DocumentRow,
  people: readonly CasePerson[],
): string {
  const entitled = people.filter((person) => person.mayKnowOfDebt);
  if (channel === "email") {
    const mail = entitled.find((person) => person.email !== "")?.email;
    if (mail !== undefined) return mail;
  }
  return letter.clientName;
}
