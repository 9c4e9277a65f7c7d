import { Check, EyeOff, FileText } from "lucide-react";
import { PageLink, path, useToday } from "@/app";
import { Amount, Chip, type KeyValue, KeyValues } from "@/components";
import { dateNear, money } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { CaseView, DebtLine } from "@/lib/ipc/bindings.gen";
import { Truncated } from "@/parts/Truncated";
import table from "@/parts/records/Records.module.css";
import css from "./Cases.module.css";

/** What is owed, each figure with the lines it is made of. */
export function Money({ view }: { view: CaseView }) {
  const today = useToday();
  const items: KeyValue[] = view.debts.map((debt) => ({
    label: (
      <PageLink to={path("invoices", debt.invoice)} className={table.link}>
        {debt.number}
      </PageLink>
    ),
    value: <Amount value={debt.amount} />,
    note: debtWords(debt, today),
  }));
  if (view.debts.length > 1)
    items.push({ label: t("cases.money.invoiced"), value: <Amount value={view.invoiced} /> });
  items.push({
    label: t("cases.money.paid"),
    value: <Amount value={view.paid} />,
    ...(view.paid.minor === 0 ? {} : { note: <PaidLines view={view} /> }),
  });
  items.push({ label: t("cases.money.open"), value: <Amount value={view.open} />, isTotal: true });
  return (
    <section aria-label={t("cases.money.title")}>
      <h2>{t("cases.money.title")}</h2>
      <KeyValues items={items} align="end" />
    </section>
  );
}

function debtWords(debt: DebtLine, today: string): string {
  const due = dateNear(debt.dueOn, today);
  return [
    debt.daysLate > 0
      ? t("cases.money.debtLate", { due, days: debt.daysLate })
      : t("cases.money.debt", { due }),
    debt.of > 1 ? t("cases.money.part", { part: debt.part, of: debt.of }) : "",
    debt.recorded ? t("cases.money.recorded") : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** What of each payment was set against the debts of this case. */
function PaidLines({ view }: { view: CaseView }) {
  const today = useToday();
  const ours = new Set(view.debts.map((debt) => debt.receivable));
  const lines = view.payments
    .filter((payment) => payment.reversedOn === null)
    .flatMap((payment) =>
      payment.allocations
        .filter((part) => ours.has(part.receivable))
        .map((part) => ({ key: `${payment.id} ${part.receivable}`, payment, part })),
    );
  if (lines.length === 0) return null;
  return (
    <ul className={css.paidLines}>
      {lines.map(({ key, payment, part }) => (
        <li key={key}>
          <span>
            {t("cases.money.paidLine", {
              date: dateNear(payment.receivedOn, today),
              method: t(`parts.method.${payment.method}`),
            })}
          </span>
          <span className="num">{money(part.amount)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Whom one may talk to about it: the debt is never told to somebody who only takes messages. */
export function People({ view }: { view: CaseView }) {
  return (
    <section aria-label={t("cases.people.title")}>
      <h2>{t("cases.people.title")}</h2>
      {view.people.length === 0 ? (
        <p className={css.quiet}>{t("cases.people.none", { client: view.clientName })}</p>
      ) : (
        <ul className={css.people}>
          {view.people.map((person, place) => (
            <li key={place}>
              <span className={css.personHead}>
                <b>{person.name}</b>
                {person.mayKnowOfDebt ? (
                  <Chip tone="good" icon={Check}>
                    {t("cases.people.may")}
                  </Chip>
                ) : (
                  <Chip tone="warn" icon={EyeOff}>
                    {t("cases.people.mayNot")}
                  </Chip>
                )}
              </span>
              {[person.phone, person.email]
                .filter((part) => part !== "")
                .map((part) => (
                  <span key={part} className={css.reach}>
                    {part}
                  </span>
                ))}
              {!person.mayKnowOfDebt && (
                <span className={css.reach}>{t("cases.people.mayNotNote")}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function Papers({ view }: { view: CaseView }) {
  if (view.documents.length === 0) return null;
  return (
    <section aria-label={t("cases.documents.title")}>
      <h2>{t("cases.documents.title")}</h2>
      <ul className={css.papers}>
        {view.documents.map((document) => (
          <li key={document.id}>
            <PageLink to={path("documents", document.id)} className={css.paper}>
              <FileText className="icon" aria-hidden />
              <Truncated>{document.title}</Truncated>
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
