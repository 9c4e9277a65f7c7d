import {
  Checkbox,
  FieldRow,
  NumberField,
  Section,
  Segmented,
  Select,
  TextArea,
  TextField,
} from "@/components";
import { t } from "@/lib/i18n";
import type { Address, ClientFacts, ClientKind } from "@/lib/ipc/bindings.gen";
import { CountrySelect } from "@/parts/CountrySelect";
import css from "./Clients.module.css";
import { languageName } from "./names";

const kinds: readonly ClientKind[] = ["consumer", "sole_trader", "company", "public_body"];
const languages =
  "en-GB en-US en-IE en-AU de-DE de-AT de-CH fr-FR es-ES it-IT nl-NL pl-PL pt-PT sv-SE da-DK nb-NO fi-FI cs-CZ el-GR".split(
    " ",
  );
const USUAL = "usual";

interface PartProps {
  client: ClientFacts;
  onChange: (part: Partial<ClientFacts>) => void;
}

export function ClientFields({ isNew, ...props }: PartProps & { isNew: boolean }) {
  return (
    <>
      <Who {...props} isNew={isNew} />
      <Where {...props} />
      <Terms {...props} />
      <ContactNotes {...props} />
    </>
  );
}

function Who({ client, onChange, isNew }: PartProps & { isNew: boolean }) {
  return (
    <Section title={t("clients.form.who")}>
      <div className={css.group}>
        <Segmented
          label={t("clients.form.kind")}
          name="client.kind"
          value={client.kind}
          onChange={(kind) => onChange({ kind })}
          choices={kinds.map((id) => ({ id, label: t(`records.clientKind.${id}`) }))}
          description={t("clients.form.kind.note")}
        />
        <TextField
          label={t("clients.form.name")}
          name="client.name"
          value={client.name}
          onChange={(name) => onChange({ name })}
          description={t("clients.form.name.note")}
          isRequired
          autoFocus={isNew}
        />
        <FieldRow>
          <TextField
            label={t("clients.form.email")}
            name="client.email"
            type="email"
            value={client.email}
            onChange={(email) => onChange({ email })}
          />
          <TextField
            label={t("clients.form.phone")}
            name="client.phone"
            type="tel"
            value={client.phone}
            onChange={(phone) => onChange({ phone })}
          />
        </FieldRow>
      </div>
    </Section>
  );
}

function Where({ client, onChange }: PartProps) {
  const { address } = client;
  const place = (part: Partial<Address>) => onChange({ address: { ...address, ...part } });
  const line = (at: number) => ({
    name: `client.address.lines[${at}]`,
    value: address.lines[at] ?? "",
    onChange: (text: string) => {
      const lines = [0, 1, 2].map((place) => (place === at ? text : (address.lines[place] ?? "")));
      place({ lines });
    },
  });
  return (
    <Section title={t("clients.form.where")}>
      <div className={css.group}>
        <TextField label={t("clients.form.line1")} {...line(0)} />
        <FieldRow>
          <TextField label={t("clients.form.line2")} {...line(1)} />
          <TextField label={t("clients.form.line3")} {...line(2)} />
        </FieldRow>
        <FieldRow>
          <TextField
            label={t("clients.form.postcode")}
            name="client.address.postcode"
            value={address.postcode}
            onChange={(postcode) => place({ postcode })}
          />
          <TextField
            label={t("clients.form.city")}
            name="client.address.city"
            value={address.city}
            onChange={(city) => place({ city })}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            label={t("clients.form.region")}
            name="client.address.region"
            value={address.region}
            onChange={(region) => place({ region })}
          />
          <CountrySelect
            label={t("clients.form.country")}
            name="client.address.country"
            value={address.country}
            onChange={(country) => place({ country })}
          />
        </FieldRow>
      </div>
    </Section>
  );
}

function Terms({ client, onChange }: PartProps) {
  const known =
    client.language === "" || languages.includes(client.language)
      ? languages
      : [client.language, ...languages];
  return (
    <Section title={t("clients.form.terms")}>
      <div className={css.group}>
        <FieldRow>
          <Select
            label={t("clients.form.language")}
            name="client.language"
            value={client.language === "" ? USUAL : client.language}
            onChange={(language) => onChange({ language: language === USUAL ? "" : language })}
            choices={[
              { id: USUAL, label: t("clients.form.language.usual") },
              ...known.map((id) => ({ id, label: languageName(id) })),
            ]}
          />
          <NumberField
            label={t("clients.form.paymentDays")}
            name="client.paymentDays"
            value={client.paymentDays}
            onChange={(paymentDays) => onChange({ paymentDays })}
            min={0}
            max={730}
            description={t("clients.form.paymentDays.note")}
          />
        </FieldRow>
        <FieldRow>
          {(client.kind !== "consumer" || client.vatId !== "") && (
            <TextField
              label={t("clients.form.vatId")}
              name="client.vatId"
              value={client.vatId}
              onChange={(vatId) => onChange({ vatId })}
            />
          )}
          <TextField
            label={t("clients.form.reference")}
            name="client.reference"
            value={client.reference}
            onChange={(reference) => onChange({ reference })}
            description={t("clients.form.reference.note")}
          />
        </FieldRow>
      </div>
    </Section>
  );
}

function ContactNotes({ client, onChange }: PartProps) {
  return (
    <Section title={t("clients.form.contact")}>
      <div className={css.group}>
        <Checkbox
          name="client.doNotContact"
          isSelected={client.doNotContact}
          onChange={(doNotContact) => onChange({ doNotContact })}
          note={t("clients.form.doNotContact.note")}
        >
          {t("clients.form.doNotContact")}
        </Checkbox>
        <TextArea
          label={t("clients.form.note")}
          name="client.note"
          value={client.note}
          onChange={(note) => onChange({ note })}
          description={t("clients.form.note.note")}
        />
      </div>
    </Section>
  );
}
