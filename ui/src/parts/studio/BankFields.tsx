import { useState } from "react";
import { Button, FieldRow, NumberField, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { BankAccount } from "@/lib/ipc/bindings.gen";
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
