import { useState } from "react";
import { Button, FieldRow, NumberField, Select, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { BankAccount, ReferenceChoice } from "@/lib/ipc/bindings.gen";
import { type AccountForm, habitsOf } from "./country";
import css from "./Studio.module.css";
import type { BusinessForm } from "./useBusiness";

type Field = "iban" | "bic" | "routing" | "accountNumber";

const fieldsOf: Record<AccountForm, readonly Field[]> = {
  iban: ["iban", "bic"],
  sortCode: ["routing", "accountNumber"],
  routing: ["routing", "accountNumber"],
  transit: ["routing", "accountNumber"],
  bsb: ["routing", "accountNumber"],
  number: ["accountNumber"],
  ifsc: ["routing", "accountNumber"],
  branch: ["routing", "accountNumber"],
  other: ["accountNumber", "routing", "bic"],
};
const everyField: readonly Field[] = ["iban", "bic", "routing", "accountNumber"];

/** The account clients pay into, in the way it is written where the studio is. */
export function BankFields({ form, autoFocus }: { form: BusinessForm; autoFocus?: boolean }) {
  const { facts, changeBank } = form;
  const { bank } = facts;
  const [showsAll, setShowsAll] = useState(false);
  const account = habitsOf(facts.address.country).account;
  const usual = fieldsOf[account];
  // What was entered stays in sight, even where it is not usual.
  const shown = [
    ...usual,
    ...everyField.filter((field) => !usual.includes(field) && (showsAll || bank[field] !== "")),
  ];
  const label = (field: Field) => {
    if (field === "routing") return t(`studio.bank.routing.${account}`);
    return t(`studio.bank.${field}`);
  };
  return (
    <>
      <FieldRow>
        <TextField
          label={t("studio.bank.holder")}
          name="business.bank.holder"
          value={bank.holder}
          onChange={(holder) => changeBank({ holder })}
          placeholder={facts.name}
          autoFocus={autoFocus}
        />
        <TextField
          label={t("studio.bank.bank")}
          name="business.bank.bank"
          value={bank.bank}
          onChange={(name) => changeBank({ bank: name })}
        />
      </FieldRow>
      <FieldRow>
        {shown.map((field) => (
          <TextField
            key={field}
            label={label(field)}
            name={`business.bank.${field}`}
            value={bank[field]}
            onChange={(text) => changeBank({ [field]: text } satisfies Partial<BankAccount>)}
          />
        ))}
      </FieldRow>
      {!showsAll && shown.length < everyField.length && (
        <div className={css.flush}>
          <Button kind="quiet" onPress={() => setShowsAll(true)}>
            {t("studio.bank.more")}
          </Button>
        </div>
      )}
    </>
  );
}

const references: readonly ReferenceChoice[] = [
  "by_account",
  "invoice_number",
  "rf",
  "swiss_qr",
  "belgian_ogm",
  "finnish_viite",
  "kid_mod10",
  "kid_mod11",
];

/** What payers quote, and ways to pay beside the account. */
export function OtherWaysFields({ form }: { form: BusinessForm }) {
  const { facts, changeBank } = form;
  const { bank } = facts;
  return (
    <>
      <Select
        label={t("studio.reference")}
        name="business.bank.reference"
        value={bank.reference}
        onChange={(reference) => changeBank({ reference })}
        description={t("studio.reference.note")}
        choices={references.map((id) => ({ id, label: t(`studio.reference.${id}`) }))}
      />
      <FieldRow>
        <TextField
          label={t("studio.paymentLink")}
          name="business.bank.paymentLink"
          type="url"
          value={bank.paymentLink}
          onChange={(paymentLink) => changeBank({ paymentLink })}
          description={t("studio.paymentLink.note")}
        />
        <TextField
          label={t("studio.cheque")}
          name="business.bank.chequePayableTo"
          value={bank.chequePayableTo}
          onChange={(chequePayableTo) => changeBank({ chequePayableTo })}
          description={t("studio.cheque.note")}
        />
      </FieldRow>
    </>
  );
}

export function hasAccount(bank: BankAccount): boolean {
  return bank.iban !== "" || bank.accountNumber !== "";
}

interface DaysProps {
  value: number | null;
  onChange: (days: number | null) => void;
}

export function PaymentDaysField({ value, onChange }: DaysProps) {
  return (
    <div className={css.days}>
      <NumberField
        label={t("studio.paymentDays")}
        name="business.paymentDays"
        value={value}
        onChange={onChange}
        min={0}
        max={730}
        suffix={t("studio.paymentDays.unit")}
        description={t("studio.paymentDays.note")}
        isRequired
      />
    </div>
  );
}
