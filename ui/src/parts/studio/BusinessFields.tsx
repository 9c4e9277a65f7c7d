import { useMemo, useState } from "react";
import { ComboBox, FieldRow, Select, Segmented, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { Business } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { CountrySelect } from "../CountrySelect";
import { habitsOf, isNowhere, languageLabel, paperLanguages, zoneOfCountry } from "./country";
import css from "./Studio.module.css";
import type { BusinessForm } from "./useBusiness";

/** Who the owner is. */
export function WhoFields({ form, autoFocus }: { form: BusinessForm; autoFocus?: boolean }) {
  const { facts, change } = form;
  return (
    <FieldRow>
      <TextField
        label={t("studio.name")}
        name="business.name"
        value={facts.name}
        onChange={(name) => change({ name })}
        description={t("studio.name.note")}
        isRequired
        autoFocus={autoFocus}
      />
      <TextField
        label={t("studio.tradingName")}
        name="business.tradingName"
        value={facts.tradingName}
        onChange={(tradingName) => change({ tradingName })}
        description={t("studio.tradingName.note")}
      />
    </FieldRow>
  );
}

interface WhereProps {
  form: BusinessForm;
  /** A new country brings its currency, sheet and language along. */
  followsCountry?: boolean;
}

export function WhereFields({ form, followsCountry }: WhereProps) {
  const { facts, change, changeAddress } = form;
  const { address } = facts;
  const line = (at: number) => ({
    name: `business.address.lines[${at}]`,
    value: address.lines[at] ?? "",
    onChange: (text: string) =>
      changeAddress({
        lines: [0, 1, 2].map((place) => (place === at ? text : (address.lines[place] ?? ""))),
      }),
  });
  const settle = (country: string) => {
    changeAddress({ country });
    if (followsCountry !== true || country === "") return;
    const { currency, paper, language } = habitsOf(country);
    // A computer that runs on universal time says nothing about where it stands.
    const timeZone = isNowhere(facts.timeZone) ? zoneOfCountry(country) : "";
    change({ currency, paper, language, ...(timeZone !== "" && { timeZone }) });
  };
  return (
    <>
      <FieldRow>
        <TextField label={t("studio.line1")} {...line(0)} />
        <TextField label={t("studio.line2")} {...line(1)} />
      </FieldRow>
      {address.lines.length > 2 && address.lines[2] !== "" && (
        <TextField label={t("studio.line3")} {...line(2)} />
      )}
      <FieldRow columns={4}>
        <TextField
          label={t("studio.postcode")}
          name="business.address.postcode"
          value={address.postcode}
          onChange={(postcode) => changeAddress({ postcode })}
        />
        <TextField
          label={t("studio.city")}
          name="business.address.city"
          value={address.city}
          onChange={(city) => changeAddress({ city })}
        />
        <TextField
          label={t("studio.region")}
          name="business.address.region"
          value={address.region}
          onChange={(region) => changeAddress({ region })}
        />
        <CountrySelect
          label={t("studio.country")}
          name="business.address.country"
          value={address.country}
          onChange={settle}
        />
      </FieldRow>
    </>
  );
}

export function ReachFields({ form }: { form: BusinessForm }) {
  const { facts, change } = form;
  return (
    <FieldRow columns={3}>
      <TextField
        label={t("studio.email")}
        name="business.email"
        type="email"
        value={facts.email}
        onChange={(email) => change({ email })}
      />
      <TextField
        label={t("studio.phone")}
        name="business.phone"
        type="tel"
        value={facts.phone}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        label={t("studio.website")}
        name="business.website"
        type="url"
        value={facts.website}
        onChange={(website) => change({ website })}
      />
    </FieldRow>
  );
}

export function TaxFields({ form }: { form: BusinessForm }) {
  const { facts, change } = form;
  return (
    <FieldRow>
      <TextField
        label={t("studio.vatId")}
        name="business.vatId"
        value={facts.vatId}
        onChange={(vatId) => change({ vatId })}
        description={t("studio.vatId.note")}
      />
      <TextField
        label={t("studio.taxNumber")}
        name="business.taxNumber"
        value={facts.taxNumber}
        onChange={(taxNumber) => change({ taxNumber })}
        description={t("studio.taxNumber.note")}
      />
    </FieldRow>
  );
}

/** How the business is registered; what papers must show of it differs by country. */
export function RegistrationFields({ form }: { form: BusinessForm }) {
  const { facts, change } = form;
  const { registration } = facts;
  const field = (name: keyof typeof registration) => ({
    name: `business.registration.${name}`,
    value: registration[name],
    onChange: (text: string) => change({ registration: { ...registration, [name]: text } }),
  });
  return (
    <>
      <FieldRow>
        <TextField
          label={t("studio.registration.legalForm")}
          description={t("studio.registration.legalForm.note")}
          {...field("legalForm")}
        />
        <TextField
          label={t("studio.registration.companyNumber")}
          description={t("studio.registration.companyNumber.note")}
          {...field("companyNumber")}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t("studio.registration.register")}
          description={t("studio.registration.register.note")}
          {...field("register")}
        />
        <TextField
          label={t("studio.registration.capital")}
          description={t("studio.registration.capital.note")}
          {...field("capital")}
        />
      </FieldRow>
    </>
  );
}

/** Currency, language of papers, time zone. */
export function RegionFields({ form }: { form: BusinessForm }) {
  const { facts, change } = form;
  const currencies = useQueryCommand("currencies.list", {}).data?.codes ?? [];
  const codes = withOwn(
    currencies.map(({ code }) => code),
    facts.currency,
  );
  return (
    <FieldRow columns={3}>
      <Select
        label={t("studio.currency")}
        name="business.currency"
        value={facts.currency}
        onChange={(currency) => change({ currency })}
        choices={codes.map((id) => ({ id, label: currencyLabel(id) }))}
      />
      <Select
        label={t("studio.language")}
        name="business.language"
        value={facts.language}
        onChange={(language) => change({ language })}
        choices={withOwn(paperLanguages, facts.language).map((id) => ({
          id,
          label: languageLabel(id),
        }))}
      />
      <ZoneField value={facts.timeZone} onChange={(timeZone) => change({ timeZone })} />
    </FieldRow>
  );
}

export function PaperField({
  facts,
  onChange,
}: {
  facts: Business;
  onChange: (part: Partial<Business>) => void;
}) {
  return (
    <div className={css.inlineField}>
      <Segmented
        label={t("studio.paper")}
        name="business.paper"
        value={facts.paper}
        onChange={(paper) => onChange({ paper })}
        choices={[
          { id: "a4", label: t("studio.paper.a4") },
          { id: "letter", label: t("studio.paper.letter") },
        ]}
      />
    </div>
  );
}

function ZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const [text, setText] = useState("");
  const zones = useMemo(() => withOwn(Intl.supportedValuesOf("timeZone"), value), [value]);
  const choices = useMemo(() => {
    const wanted = text.trim().toLowerCase().replaceAll(" ", "_");
    return zones.filter((zone) => zone.toLowerCase().includes(wanted)).map(zoneChoice);
  }, [text, zones]);
  return (
    <ComboBox
      label={t("studio.timeZone")}
      name="business.timeZone"
      value={value === "" ? null : zoneChoice(value)}
      choices={choices}
      onSearch={setText}
      onChange={(choice) => {
        setText("");
        if (choice !== null) onChange(choice.id);
      }}
    />
  );
}

function zoneChoice(id: string) {
  return { id, label: id.replaceAll("_", " ") };
}

function withOwn(list: readonly string[], own: string): readonly string[] {
  return own === "" || list.includes(own) ? list : [own, ...list];
}

function currencyLabel(code: string): string {
  const name = new Intl.DisplayNames(["en"], { type: "currency" }).of(code) ?? code;
  return name === code ? code : `${code} · ${name}`;
}
