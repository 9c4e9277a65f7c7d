import { EyeOff, type LucideIcon, Megaphone, PenLine, Wallet } from "lucide-react";
import { Card, Chip, type KeyValue, KeyValues } from "@/components";
import { t } from "@/lib/i18n";
import type { Address, ClientFacts, Person, PersonRole } from "@/lib/ipc/bindings.gen";
import { townFirst } from "@/parts/countries";
import { countryName, languageName } from "./names";
import css from "./Clients.module.css";

export function addressLines(address: Address): string[] {
  const { postcode, city, region } = address;
  const isTownFirst = townFirst.has(address.country);
  const town = isTownFirst ? [city, region, postcode] : [postcode, city, region];
  const country = address.country === "" ? "" : countryName(address.country);
  return [...address.lines, town.filter((part) => part !== "").join(" "), country].filter(
    (line) => line !== "",
  );
}

export function Facts({ client }: { client: ClientFacts }) {
  const lines = addressLines(client.address);
  const optional: [string, string][] = [
    [t("clients.facts.email"), client.email],
    [t("clients.facts.phone"), client.phone],
    [t("clients.facts.vatId"), client.vatId],
    [t("clients.facts.reference"), client.reference],
    [t("clients.facts.language"), client.language === "" ? "" : languageName(client.language)],
  ];
  const items: KeyValue[] = [
    {
      label: t("clients.facts.address"),
      value:
        lines.length === 0 ? (
          <span className={css.quiet}>{t("clients.facts.noAddress")}</span>
        ) : (
          <span className={css.address}>{lines.join("\n")}</span>
        ),
    },
    ...optional.filter(([, value]) => value !== "").map(([label, value]) => ({ label, value })),
    {
      label: t("clients.facts.paymentDays"),
      value:
        client.paymentDays === null
          ? t("clients.facts.paymentDays.usual")
          : t("clients.facts.paymentDays.own", { days: client.paymentDays }),
    },
  ];
  if (client.note !== "") {
    items.push({
      label: t("clients.facts.note"),
      value: <span className={css.address}>{client.note}</span>,
    });
  }
  return (
    <Card padded>
      <KeyValues items={items} />
    </Card>
  );
}

const roleIcons: Record<PersonRole, LucideIcon> = {
  contracting_party: PenLine,
  payer: Wallet,
  representative: Megaphone,
  message_only: EyeOff,
};

export function People({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return <p className={css.none}>{t("clients.people.none")}</p>;
  return (
    <Card rows>
      {people.map((person, place) => (
        <PersonLine key={place} person={person} />
      ))}
    </Card>
  );
}

function PersonLine({ person }: { person: Person }) {
  return (
    <div className={css.person}>
      <div className={css.personHead}>
        <b>{person.name}</b>
        <Chip
          tone={person.role === "message_only" ? "warn" : "plain"}
          icon={roleIcons[person.role]}
        >
          {t(`clients.role.${person.role}`)}
        </Chip>
      </div>
      {[person.email, person.phone]
        .filter((part) => part !== "")
        .map((part) => (
          <p key={part}>{part}</p>
        ))}
      {person.role === "message_only" && (
        <p className={css.hint}>{t("clients.role.message_only.note")}</p>
      )}
      {person.note !== "" && <p className={css.hint}>{person.note}</p>}
    </div>
  );
}
