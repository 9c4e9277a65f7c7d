import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useStatus, useToday } from "@/app";
import {
  Button,
  DateField,
  FieldRow,
  FilePick,
  Form,
  IconButton,
  MoneyField,
  RadioGroup,
  Select,
  TextField,
} from "@/components";
import { t } from "@/lib/i18n";
import type { DebtRecorded, StepKind, TriedKind } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import type { PickedFile } from "@/lib/ipc/host";
import { ClientPicker } from "./ClientPicker";
import css from "./DebtForm.module.css";

const steps = ["friendly_reminder", "call", "formal_demand"] as const satisfies readonly StepKind[];
const triedKinds: readonly TriedKind[] = [
  "reminder",
  "call",
  "message",
  "letter",
  "visit",
  "other",
];

interface Tried {
  key: number;
  what: TriedKind;
  on: string | null;
  note: string;
}

interface Entry {
  client: string | null;
  number: string;
  title: string;
  issuedOn: string | null;
  dueOn: string | null;
  currency: string;
  total: number | null;
  open: number | null;
  file: PickedFile | null;
  tried: readonly Tried[];
  startAt: (typeof steps)[number];
}

interface DebtFormProps {
  onRecorded: (recorded: DebtRecorded, number: string) => void;
  /** More buttons after the one that records. */
  actions?: ReactNode;
}

/** An invoice made elsewhere that is still unpaid. It takes no number of ours and is never drawn again. */
export function DebtForm({ onRecorded, actions }: DebtFormProps) {
  const today = useToday();
  const home = useStatus()?.currency ?? "EUR";
  const record = useMutationCommand("debt.record");
  const [attempted, setAttempted] = useState(false);
  const [entry, setEntry] = useState<Entry>({
    client: null,
    number: "",
    title: "",
    issuedOn: null,
    dueOn: null,
    currency: home,
    total: null,
    open: null,
    file: null,
    tried: [],
    startAt: "friendly_reminder",
  });
  const set = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  const open = entry.open ?? entry.total;
  const isTooMuch = entry.total !== null && entry.open !== null && entry.open > entry.total;
  const missing = (isMissing: boolean, words: string) => (attempted && isMissing ? words : null);

  const submit = async () => {
    setAttempted(true);
    const { client, issuedOn, dueOn, total, currency, number, title, file, startAt } = entry;
    const isIncomplete = client === null || issuedOn === null || dueOn === null;
    if (isIncomplete || total === null || open === null || isTooMuch) return;
    try {
      const recorded = await record.run({
        client,
        number,
        title,
        issuedOn,
        dueOn,
        total: { minor: total, currency },
        open: { minor: open, currency },
        fileToken: file?.token ?? null,
        tried: entry.tried.map(({ what, on, note }) => ({ what, on, note })),
        startAt,
      });
      onRecorded(recorded, number.trim());
    } catch {
      // Shown by the form through record.error.
    }
  };

  return (
    <Form
      label={t("debts.title")}
      error={record.error}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button type="submit" kind="primary" isPending={record.isPending}>
            {t("debts.record")}
          </Button>
          {actions}
        </>
      }
    >
      <ClientPicker
        label={t("debts.client")}
        name="client"
        value={entry.client}
        onChange={(client) => set({ client })}
        error={missing(entry.client === null, t("debts.problem.client"))}
        isRequired
        allowNew
      />
      <FieldRow>
        <TextField
          label={t("debts.number")}
          name="number"
          value={entry.number}
          onChange={(number) => set({ number })}
          isRequired
        />
        <TextField
          label={t("debts.name")}
          name="title"
          value={entry.title}
          onChange={(title) => set({ title })}
        />
      </FieldRow>
      <FieldRow>
        <DateField
          label={t("debts.issuedOn")}
          name="issuedOn"
          value={entry.issuedOn}
          max={today}
          today={today}
          onChange={(issuedOn) => set({ issuedOn })}
          error={missing(entry.issuedOn === null, t("debts.problem.date"))}
          isRequired
        />
        <DateField
          label={t("debts.dueOn")}
          name="dueOn"
          value={entry.dueOn}
          today={today}
          onChange={(dueOn) => set({ dueOn })}
          error={missing(entry.dueOn === null, t("debts.problem.date"))}
          isRequired
        />
      </FieldRow>
      <FieldRow columns={3}>
        <MoneyField
          label={t("debts.total")}
          name="total"
          currency={entry.currency}
          value={entry.total}
          min={1}
          onChange={(total) => set({ total })}
          error={missing(entry.total === null, t("debts.problem.amount"))}
          isRequired
        />
        <MoneyField
          label={t("debts.open")}
          description={t("debts.open.note")}
          name="open"
          currency={entry.currency}
          value={open}
          min={1}
          onChange={(minor) => set({ open: minor })}
          error={isTooMuch ? t("debts.problem.open") : null}
        />
        <CurrencyChoice value={entry.currency} onChange={(currency) => set({ currency })} />
      </FieldRow>
      <FilePick
        label={t("debts.scan")}
        description={t("debts.scan.note")}
        purpose="scan"
        value={entry.file}
        onChange={(file) => set({ file })}
        error={record.error?.code === "bad_file" ? t("errors.bad_file.title") : null}
      />
      <TriedRows tried={entry.tried} today={today} onChange={(tried) => set({ tried })} />
      <RadioGroup
        label={t("debts.startAt")}
        name="startAt"
        value={entry.startAt}
        choices={steps.map((id) => ({
          id,
          label: t(`debts.startAt.${id}`),
          note: t(`debts.startAt.${id}.note`),
        }))}
        onChange={(startAt) => set({ startAt })}
      />
    </Form>
  );
}

function CurrencyChoice({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const known = useQueryCommand("currencies.list", {}).data?.codes ?? [];
  const codes = [...new Set([value, ...known.map(({ code }) => code)])];
  return (
    <Select
      label={t("debts.currency")}
      value={value}
      choices={codes.map((code) => ({ id: code, label: code }))}
      onChange={onChange}
    />
  );
}

interface TriedRowsProps {
  tried: readonly Tried[];
  today: string;
  onChange: (tried: readonly Tried[]) => void;
}

/** What the owner did before: one row for each attempt. */
function TriedRows({ tried, today, onChange }: TriedRowsProps) {
  const set = (key: number, part: Partial<Tried>) =>
    onChange(tried.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () => {
    const key = Math.max(0, ...tried.map((row) => row.key)) + 1;
    onChange([...tried, { key, what: "reminder", on: null, note: "" }]);
  };
  return (
    <div role="group" aria-label={t("debts.tried")} className={css.tried}>
      <div>
        <div className={css.label}>{t("debts.tried")}</div>
        <p className={css.quiet}>{t("debts.tried.note")}</p>
      </div>
      {tried.map((row, place) => (
        <div key={row.key} className={css.row}>
          <Select
            label={t("debts.tried.what", { number: place + 1 })}
            hideLabel
            value={row.what}
            choices={triedKinds.map((id) => ({ id, label: t(`debts.tried.what.${id}`) }))}
            onChange={(what) => set(row.key, { what })}
          />
          <DateField
            label={t("debts.tried.on", { number: place + 1 })}
            hideLabel
            name={`tried[${place}].on`}
            value={row.on}
            max={today}
            today={today}
            onChange={(on) => set(row.key, { on })}
          />
          <TextField
            label={t("debts.tried.words", { number: place + 1 })}
            hideLabel
            name={`tried[${place}].note`}
            placeholder={t("debts.tried.placeholder")}
            value={row.note}
            onChange={(note) => set(row.key, { note })}
          />
          <IconButton
            icon={X}
            label={t("debts.tried.remove", { number: place + 1 })}
            onPress={() => onChange(tried.filter(({ key }) => key !== row.key))}
          />
        </div>
      ))}
      <div>
        <Button icon={Plus} onPress={add}>
          {t("debts.tried.add")}
        </Button>
      </div>
    </div>
  );
}
