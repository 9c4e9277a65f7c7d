import { X } from "lucide-react";
import { useState } from "react";
import { useToday } from "@/app";
import {
  Button,
  DateField,
  IconButton,
  MoneyField,
  NumberField,
  notify,
  Segmented,
} from "@/components";
import { date, money } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { Money, Prepayment } from "@/lib/ipc/bindings.gen";
import { type DraftEntry, firstDue, type InstalmentEntry, newKey, splitEvenly } from "./draftModel";
import css from "./EditorPage.module.css";
import { Spot } from "./problems";

interface ScheduleProps {
  entry: DraftEntry;
  payable: Money | null;
  onChange: (part: Partial<DraftEntry>) => void;
}

const MOST_PARTS = 24;

/** All at once, or in parts with their own due dates. */
export function Schedule({ entry, payable, onChange }: ScheduleProps) {
  const today = useToday();
  const isSplit = entry.instalments.length > 0;
  const due = firstDue(entry.issueOn, entry.paymentDays, today);
  const split = (parts: number) =>
    onChange({ instalments: splitEvenly(Math.max(0, payable?.minor ?? 0), parts, due) });
  return (
    <div className={css.schedule}>
      <Segmented
        label={t("invoices.schedule")}
        value={isSplit ? "parts" : "once"}
        choices={[
          { id: "once", label: t("invoices.schedule.once") },
          { id: "parts", label: t("invoices.schedule.parts") },
        ]}
        onChange={(choice) => {
          if (choice === "parts") {
            if (!isSplit) split(2);
            return;
          }
          const before = entry.instalments;
          onChange({ instalments: [] });
          if (before.length > 0) {
            notify({
              text: t("invoices.schedule.removed"),
              undo: () => onChange({ instalments: before }),
            });
          }
        }}
      />
      {isSplit && (
        <Instalments entry={entry} payable={payable} onChange={onChange} onSplit={split} />
      )}
    </div>
  );
}

interface InstalmentsProps extends ScheduleProps {
  onSplit: (parts: number) => void;
}

function Instalments({ entry, payable, onChange, onSplit }: InstalmentsProps) {
  const today = useToday();
  const [parts, setParts] = useState<number | null>(entry.instalments.length);
  const { instalments, currency } = entry;
  const set = (key: string, part: Partial<InstalmentEntry>) =>
    onChange({
      instalments: instalments.map((item) => (item.key === key ? { ...item, ...part } : item)),
    });
  const sum = instalments.reduce((total, item) => total + (item.amountMinor ?? 0), 0);
  const rest = payable === null ? null : payable.minor - sum;
  const last = instalments.at(-1);
  const add = () =>
    onChange({
      instalments: [
        ...instalments,
        { key: newKey(), dueOn: null, amountMinor: rest !== null && rest > 0 ? rest : null },
      ],
    });
  return (
    <div className={css.instalments} role="group" aria-label={t("invoices.schedule.parts")}>
      <div className={css.split}>
        <NumberField
          label={t("invoices.schedule.count")}
          value={parts}
          min={2}
          max={MOST_PARTS}
          onChange={setParts}
        />
        <Button isDisabled={parts === null || payable === null} onPress={() => onSplit(parts ?? 2)}>
          {t("invoices.schedule.split")}
        </Button>
      </div>
      <ol>
        {instalments.map((item, place) => (
          <li key={item.key}>
            <Spot path={`instalments[${place}].dueOn`} touchKey={`${item.key}.dueOn`}>
              {(error) => (
                <DateField
                  label={t("invoices.schedule.dueOf", { number: place + 1 })}
                  hideLabel
                  value={item.dueOn}
                  today={last?.dueOn ?? today}
                  error={error}
                  onChange={(dueOn) => set(item.key, { dueOn })}
                />
              )}
            </Spot>
            <Spot path={`instalments[${place}].amountMinor`} touchKey={`${item.key}.amount`}>
              {(error) => (
                <MoneyField
                  label={t("invoices.schedule.amountOf", { number: place + 1 })}
                  hideLabel
                  currency={currency}
                  value={item.amountMinor}
                  error={error}
                  onChange={(amountMinor) => set(item.key, { amountMinor })}
                />
              )}
            </Spot>
            <IconButton
              icon={X}
              label={t("invoices.schedule.remove", { number: place + 1 })}
              onPress={() =>
                onChange({ instalments: instalments.filter(({ key }) => key !== item.key) })
              }
            />
          </li>
        ))}
      </ol>
      <div className={css.split}>
        <Button kind="quiet" isDisabled={instalments.length >= MOST_PARTS} onPress={add}>
          {t("invoices.schedule.add")}
        </Button>
        {rest !== null && (
          <p className={rest === 0 ? css.restDone : css.rest} role="status">
            {rest === 0
              ? t("invoices.schedule.complete")
              : rest > 0
                ? t("invoices.schedule.rest", { amount: money({ minor: rest, currency }) })
                : t("invoices.schedule.over", { amount: money({ minor: -rest, currency }) })}
          </p>
        )}
      </div>
    </div>
  );
}

interface DeductionsProps {
  prepayments: readonly Prepayment[];
  onChange: (prepayments: Prepayment[]) => void;
}

/** Earlier invoices of the same job: listed on the paper and taken off. */
export function Deductions({ prepayments, onChange }: DeductionsProps) {
  const remove = (gone: Prepayment) => {
    onChange(prepayments.filter(({ invoice }) => invoice !== gone.invoice));
    notify({
      text: t("invoices.deduction.removed", { number: gone.number }),
      undo: () => onChange([...prepayments]),
    });
  };
  return (
    <Spot path="prepayments">
      {(error) => (
        <div className={css.deductions}>
          <h3>{t("invoices.deductions")}</h3>
          <ul>
            {prepayments.map((earlier) => (
              <li key={earlier.invoice}>
                <span>
                  {t("invoices.deduction", {
                    number: earlier.number,
                    date: date(earlier.issuedOn),
                  })}
                </span>
                <span className="num">{money(earlier.amount)}</span>
                <IconButton
                  icon={X}
                  label={t("invoices.deduction.remove", { number: earlier.number })}
                  onPress={() => remove(earlier)}
                />
              </li>
            ))}
          </ul>
          {error !== null && (
            <p className={css.problem} role="alert">
              {error}
            </p>
          )}
        </div>
      )}
    </Spot>
  );
}
