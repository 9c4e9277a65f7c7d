import { Paperclip } from "lucide-react";
import { useToday } from "@/app";
import { Amount, KeyValues, Section } from "@/components";
import { dateNear } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { LetterReview } from "@/lib/ipc/bindings.gen";
import css from "./Letters.module.css";

/** The sum with the debts it is made of. */
export function Asked({ review }: { review: LetterReview }) {
  const today = useToday();
  return (
    <Section title={t("letters.debts.title")}>
      <KeyValues
        align="end"
        items={[
          ...review.debts.map((debt) => ({
            label: debt.number,
            value: <Amount value={debt.open} />,
            note: t("letters.debts.due", { due: dateNear(debt.dueOn, today) }),
          })),
          { label: t("letters.debts.total"), value: <Amount value={review.open} />, isTotal: true },
        ]}
      />
    </Section>
  );
}

export function Enclosures({ names }: { names: readonly string[] }) {
  return (
    <Section title={t("letters.enclosures.title")}>
      {names.length === 0 ? (
        <p className={css.hint}>{t("letters.enclosures.none")}</p>
      ) : (
        <ul className={css.enclosures}>
          {names.map((name) => (
            <li key={name}>
              <Paperclip className="icon" aria-hidden />
              {name}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
