import { Plus, Trash2 } from "lucide-react";
import { Button, Card, FieldRow, IconButton, Section, Select, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { Person, PersonRole } from "@/lib/ipc/bindings.gen";
import css from "./Clients.module.css";

const roles: readonly PersonRole[] = [
  "contracting_party",
  "payer",
  "representative",
  "message_only",
];
const MOST_PEOPLE = 20;

interface PeopleFieldsProps {
  people: readonly Person[];
  onChange: (people: Person[]) => void;
}

/** The people around a client. Their role decides who may hear of a debt, so it is always explained. */
export function PeopleFields({ people, onChange }: PeopleFieldsProps) {
  const change = (at: number, part: Partial<Person>) =>
    onChange(people.map((person, place) => (place === at ? { ...person, ...part } : person)));
  const add = () =>
    onChange([...people, { name: "", role: "payer", email: "", phone: "", note: "" }]);
  return (
    <Section title={t("clients.form.people")}>
      <div className={css.group}>
        <p className={css.remark}>{t("clients.form.people.note")}</p>
        {people.length > 0 && (
          <Card rows>
            {people.map((person, place) => (
              <PersonFields
                key={place}
                place={place}
                person={person}
                onChange={(part) => change(place, part)}
                onRemove={() => onChange(people.filter((_, at) => at !== place))}
              />
            ))}
          </Card>
        )}
        <div>
          <Button icon={Plus} onPress={add} isDisabled={people.length >= MOST_PEOPLE}>
            {t("clients.form.people.add")}
          </Button>
        </div>
      </div>
    </Section>
  );
}

interface PersonFieldsProps {
  place: number;
  person: Person;
  onChange: (part: Partial<Person>) => void;
  onRemove: () => void;
}

function PersonFields({ place, person, onChange, onRemove }: PersonFieldsProps) {
  const at = (field: keyof Person) => `client.people[${place}].${field}`;
  const title = t("clients.form.person", { number: place + 1 });
  return (
    <div className={css.editPerson} role="group" aria-label={title}>
      <div className={css.editHead}>
        <h3>{title}</h3>
        <IconButton
          icon={Trash2}
          label={t("clients.form.people.remove", {
            name: person.name || t("clients.form.people.unnamed"),
          })}
          onPress={onRemove}
        />
      </div>
      <FieldRow>
        <TextField
          label={t("clients.form.person.name")}
          name={at("name")}
          value={person.name}
          onChange={(name) => onChange({ name })}
          isRequired
        />
        <Select
          label={t("clients.form.person.role")}
          name={at("role")}
          value={person.role}
          onChange={(role) => onChange({ role })}
          choices={roles.map((id) => ({
            id,
            label: t(`clients.role.${id}`),
            note: t(`clients.role.${id}.note`),
          }))}
          description={t(`clients.role.${person.role}.note`)}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t("clients.form.person.email")}
          name={at("email")}
          type="email"
          value={person.email}
          onChange={(email) => onChange({ email })}
        />
        <TextField
          label={t("clients.form.person.phone")}
          name={at("phone")}
          type="tel"
          value={person.phone}
          onChange={(phone) => onChange({ phone })}
        />
      </FieldRow>
      <TextField
        label={t("clients.form.person.note")}
        name={at("note")}
        value={person.note}
        onChange={(note) => onChange({ note })}
      />
    </div>
  );
}
