import { useToday } from "@/app";
import {
  DateField,
  FieldRow,
  MoneyField,
  NumberField,
  PercentField,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextField,
} from "@/components";
import { t } from "@/lib/i18n";
import type { JobFacts, JobKind } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { ClientPicker } from "@/parts/ClientPicker";
import css from "./Jobs.module.css";

const kinds: readonly JobKind[] = [
  "wedding",
  "portrait",
  "event",
  "commercial",
  "editorial",
  "property",
  "film",
  "other",
];
/** The usual split: 30 % at booking, the rest two weeks before. */
const TWO_PARTS = {
  kind: "retainerAndBalance",
  retainer: 300_000,
  balanceDaysBeforeEvent: 14,
} as const;

interface JobFieldsProps {
  job: JobFacts;
  onChange: (part: Partial<JobFacts>) => void;
  currency: string;
  onCurrency: (currency: string) => void;
  clientError: string | null;
}

export function JobFields(props: JobFieldsProps) {
  return (
    <>
      <What {...props} />
      <When {...props} />
      <Price {...props} />
      <TextArea
        label={t("jobs.form.note")}
        name="job.note"
        value={props.job.note}
        onChange={(note) => props.onChange({ note })}
      />
    </>
  );
}

function What({ job, onChange, clientError }: JobFieldsProps) {
  return (
    <Section title={t("jobs.form.what")}>
      <div className={css.group}>
        <FieldRow>
          <ClientPicker
            label={t("jobs.form.client")}
            name="job.client"
            value={job.client === "" ? null : job.client}
            onChange={(client) => onChange({ client: client ?? "" })}
            error={clientError}
            isRequired
            allowNew
          />
          <Select
            label={t("jobs.form.kind")}
            name="job.kind"
            value={job.kind}
            onChange={(kind) => onChange({ kind })}
            choices={kinds.map((id) => ({ id, label: t(`records.jobKind.${id}`) }))}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            label={t("jobs.form.title")}
            placeholder={t("jobs.form.titlePlaceholder")}
            name="job.title"
            value={job.title}
            onChange={(title) => onChange({ title })}
            isRequired
          />
          <TextField
            label={t("jobs.form.place")}
            name="job.place"
            value={job.place}
            onChange={(place) => onChange({ place })}
          />
        </FieldRow>
      </div>
    </Section>
  );
}

function When({ job, onChange }: JobFieldsProps) {
  const today = useToday();
  return (
    <Section title={t("jobs.form.when")}>
      <FieldRow columns={3}>
        <DateField
          label={t("jobs.form.eventOn")}
          name="job.eventOn"
          value={job.eventOn}
          onChange={(eventOn) => onChange({ eventOn })}
          today={today}
        />
        <DateField
          label={t("jobs.form.bookedOn")}
          name="job.bookedOn"
          value={job.bookedOn}
          onChange={(bookedOn) => onChange({ bookedOn })}
          max={today}
          today={today}
        />
        <DateField
          label={t("jobs.form.deliveredOn")}
          name="job.deliveredOn"
          value={job.deliveredOn}
          onChange={(deliveredOn) => onChange({ deliveredOn })}
          max={today}
          today={today}
        />
      </FieldRow>
    </Section>
  );
}

function Price({ job, onChange, currency, onCurrency }: JobFieldsProps) {
  const known = useQueryCommand("currencies.list", {}).data?.codes.map(({ code }) => code) ?? [];
  const codes = known.includes(currency) ? known : [currency, ...known];
  const { schedule } = job;
  return (
    <Section title={t("jobs.form.money")}>
      <div className={css.group}>
        <FieldRow>
          <MoneyField
            label={t("jobs.form.price")}
            name="job.price"
            currency={currency}
            value={job.price?.minor ?? null}
            onChange={(minor) => onChange({ price: minor === null ? null : { minor, currency } })}
            description={t("jobs.form.priceNote")}
          />
          <Select
            label={t("jobs.form.currency")}
            value={currency}
            onChange={onCurrency}
            choices={codes.map((id) => ({ id, label: id }))}
          />
        </FieldRow>
        <RadioGroup
          label={t("jobs.form.schedule")}
          name="job.schedule"
          value={schedule.kind}
          onChange={(kind) => onChange({ schedule: kind === "atOnce" ? { kind } : TWO_PARTS })}
          choices={[
            { id: "atOnce", label: t("jobs.form.atOnce"), note: t("jobs.form.atOnceNote") },
            {
              id: "retainerAndBalance",
              label: t("jobs.form.twoParts"),
              note: t("jobs.form.twoPartsNote"),
            },
          ]}
        />
        {schedule.kind === "retainerAndBalance" && (
          <FieldRow>
            <PercentField
              label={t("jobs.form.retainer")}
              name="job.schedule.retainer"
              value={schedule.retainer}
              onChange={(retainer) =>
                onChange({ schedule: { ...schedule, retainer: retainer ?? 0 } })
              }
              isRequired
            />
            <NumberField
              label={t("jobs.form.balanceDays")}
              name="job.schedule.balanceDaysBeforeEvent"
              value={schedule.balanceDaysBeforeEvent}
              onChange={(days) =>
                onChange({ schedule: { ...schedule, balanceDaysBeforeEvent: days ?? 0 } })
              }
              min={0}
              max={730}
              isRequired
            />
          </FieldRow>
        )}
      </div>
    </Section>
  );
}
