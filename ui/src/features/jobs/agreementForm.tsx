import { Plus, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { useToday } from "@/app";
import {
  Button,
  Card,
  DateField,
  Dialog,
  FieldRow,
  FilePick,
  Form,
  IconButton,
  notify,
  NumberField,
  Select,
  TextArea,
  TextField,
} from "@/components";
import { problemWords } from "@/lib/ipc/errors";
import { t } from "@/lib/i18n";
import type { AgreementFacts, AgreementView, Term, TermKind } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import type { PickedFile } from "@/lib/ipc/host";
import css from "./Jobs.module.css";

const termKinds: readonly TermKind[] = [
  "payment",
  "late_charge",
  "licence_on_payment",
  "deposit",
  "cancellation",
  "dispute_route",
];
const MOST_TERMS = 50;

interface AgreementDialogProps {
  job: string;
  view: AgreementView | null;
  onClose: () => void;
}

export function AgreementDialog({ job, view, onClose }: AgreementDialogProps) {
  const formId = useId();
  const today = useToday();
  const save = useMutationCommand("agreement.save");
  const [facts, setFacts] = useState<AgreementFacts>(
    view?.agreement ?? { title: "", signedOn: null, terms: [] },
  );
  const [file, setFile] = useState<PickedFile | null>(null);
  const [version] = useState(view?.version ?? 0);
  const change = (part: Partial<AgreementFacts>) => setFacts((before) => ({ ...before, ...part }));
  const fileProblem = save.error?.fields.find(({ field }) => field === "fileToken");

  const submit = async () => {
    try {
      await save.run({
        job,
        expectedVersion: version,
        agreement: facts,
        fileToken: file?.token ?? null,
      });
      notify({ tone: "good", text: t("jobs.agreement.saved") });
      onClose();
    } catch {
      // Shown by the form through save.error.
    }
  };
  return (
    <Dialog
      title={t("jobs.agreement.formTitle")}
      size="large"
      isOpen
      onClose={onClose}
      keepOnOutsideClick
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form={formId} isPending={save.isPending}>
            {t("jobs.agreement.form.save")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={save.error} onSubmit={() => void submit()}>
        <FieldRow>
          <TextField
            label={t("jobs.agreement.form.title")}
            placeholder={t("jobs.agreement.form.titlePlaceholder")}
            name="agreement.title"
            value={facts.title}
            onChange={(title) => change({ title })}
            isRequired
            autoFocus
          />
          <DateField
            label={t("jobs.agreement.form.signedOn")}
            name="agreement.signedOn"
            value={facts.signedOn}
            onChange={(signedOn) => change({ signedOn })}
            max={today}
            today={today}
          />
        </FieldRow>
        <FilePick
          label={t("jobs.agreement.form.file")}
          purpose="agreement"
          value={file}
          onChange={setFile}
          description={
            view?.file
              ? t("jobs.agreement.form.fileKept", { name: view.file.name })
              : t("jobs.agreement.form.fileNote")
          }
          error={fileProblem ? t(problemWords(fileProblem.problem)) : null}
        />
        <TermsFields terms={facts.terms} onChange={(terms) => change({ terms })} />
      </Form>
    </Dialog>
  );
}

function TermsFields({
  terms,
  onChange,
}: {
  terms: readonly Term[];
  onChange: (terms: Term[]) => void;
}) {
  const change = (at: number, part: Partial<Term>) =>
    onChange(terms.map((term, place) => (place === at ? { ...term, ...part } : term)));
  const add = () => {
    const unused = termKinds.find((kind) => !terms.some((term) => term.kind === kind));
    onChange([
      ...terms,
      { kind: unused ?? "payment", clause: "", words: "", page: null, days: null },
    ]);
  };
  return (
    <section aria-label={t("jobs.agreement.form.terms")} className={css.terms}>
      <h3>{t("jobs.agreement.form.terms")}</h3>
      <p className={css.hint}>{t("jobs.agreement.explain")}</p>
      {terms.length > 0 && (
        <Card rows>
          {terms.map((term, place) => (
            <TermFields
              key={place}
              place={place}
              term={term}
              onChange={(part) => change(place, part)}
              onRemove={() => onChange(terms.filter((_, at) => at !== place))}
            />
          ))}
        </Card>
      )}
      <div>
        <Button icon={Plus} onPress={add} isDisabled={terms.length >= MOST_TERMS}>
          {t("jobs.agreement.form.addTerm")}
        </Button>
      </div>
    </section>
  );
}

interface TermFieldsProps {
  place: number;
  term: Term;
  onChange: (part: Partial<Term>) => void;
  onRemove: () => void;
}

function TermFields({ place, term, onChange, onRemove }: TermFieldsProps) {
  const at = (field: keyof Term) => `agreement.terms[${place}].${field}`;
  return (
    <div
      className={css.termFields}
      role="group"
      aria-label={t("jobs.agreement.form.term", { number: place + 1 })}
    >
      <div className={css.termRow}>
        <FieldRow columns={4}>
          <Select
            label={t("jobs.agreement.form.kind")}
            name={at("kind")}
            value={term.kind}
            onChange={(kind) => onChange({ kind, ...(kind === "payment" ? {} : { days: null }) })}
            choices={termKinds.map((id) => ({ id, label: t(`jobs.term.${id}`) }))}
          />
          <TextField
            label={t("jobs.agreement.form.clause")}
            placeholder={t("jobs.agreement.form.clausePlaceholder")}
            name={at("clause")}
            value={term.clause}
            onChange={(clause) => onChange({ clause })}
          />
          <NumberField
            label={t("jobs.agreement.form.pageNumber")}
            name={at("page")}
            value={term.page}
            onChange={(page) => onChange({ page })}
            min={1}
            max={10_000}
          />
          {term.kind === "payment" && (
            <NumberField
              label={t("jobs.agreement.form.netDays")}
              name={at("days")}
              value={term.days}
              onChange={(days) => onChange({ days })}
              min={0}
              max={730}
            />
          )}
        </FieldRow>
        <IconButton icon={Trash2} label={t("jobs.agreement.form.removeTerm")} onPress={onRemove} />
      </div>
      <TextArea
        label={t("jobs.agreement.form.words")}
        name={at("words")}
        value={term.words}
        onChange={(words) => onChange({ words })}
        rows={2}
        description={t("jobs.agreement.form.wordsNote")}
      />
    </div>
  );
}
