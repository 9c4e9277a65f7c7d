import { useToday } from "@/app";
import { Button, ErrorNotice, MoneyField, Section, Skeleton } from "@/components";
import { dateNear, dueWords, money } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { OpenDebt } from "@/lib/ipc/bindings.gen";
import css from "./RecordPaymentPage.module.css";
import type { Spread } from "./useProposal";

interface AllocationsProps {
  spread: Spread;
  /** Null while nobody is chosen. */
  client: string | null;
  amountMinor: number | null;
  currency: string;
}

/** What the payment pays, part by part, and what stays over. */
export function Allocations({ spread, client, amountMinor, currency }: AllocationsProps) {
  const again = spread.isOwn ? (
    <Button kind="quiet" onPress={spread.again}>
      {t("payments.allocation.again")}
    </Button>
  ) : undefined;
  return (
    <Section title={t("payments.allocation")} actions={again}>
      {client === null ? (
        <p className={css.quiet}>{t("payments.allocation.noClient")}</p>
      ) : spread.error !== null ? (
        <ErrorNotice error={spread.error} onRetry={spread.retry} />
      ) : spread.isPending ? (
        <Skeleton lines={2} />
      ) : spread.open.length === 0 ? (
        <p className={css.quiet}>{t("payments.allocation.none", { client, currency })}</p>
      ) : (
        <>
          <p className={css.quiet}>{t("payments.allocation.text")}</p>
          <AllocationTable spread={spread} currency={currency} />
        </>
      )}
      {client !== null && <Rest rest={spread.rest} amountMinor={amountMinor} currency={currency} />}
    </Section>
  );
}

function AllocationTable({ spread, currency }: { spread: Spread; currency: string }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t("payments.allocation.number")}</th>
          <th scope="col">{t("payments.allocation.due")}</th>
          <th scope="col" className={css.end}>
            {t("payments.allocation.open")}
          </th>
          <th scope="col" className={css.end}>
            {t("payments.allocation.set")}
          </th>
        </tr>
      </thead>
      <tbody>
        {spread.open.map((debt) => (
          <AllocationRow key={debt.receivable} debt={debt} spread={spread} currency={currency} />
        ))}
      </tbody>
    </table>
  );
}

interface AllocationRowProps {
  debt: OpenDebt;
  spread: Spread;
  currency: string;
}

function AllocationRow({ debt, spread, currency }: AllocationRowProps) {
  const today = useToday();
  const name =
    debt.of > 1
      ? t("payments.allocation.part", { number: debt.number, part: debt.part, of: debt.of })
      : debt.number;
  return (
    <tr>
      <td>{name}</td>
      <td>
        {dateNear(debt.dueOn, today)}{" "}
        <span className={debt.daysLate > 0 ? css.late : css.quiet}>
          {dueWords(debt.dueOn, today)}
        </span>
      </td>
      <td className={css.end}>{money(debt.open)}</td>
      <td className={css.field}>
        <MoneyField
          label={t("payments.allocation.setOf", { number: name })}
          hideLabel
          bare
          currency={currency}
          value={spread.parts.get(debt.receivable) ?? null}
          min={0}
          max={debt.open.minor}
          onChange={(minor) => spread.set(debt.receivable, minor)}
        />
      </td>
    </tr>
  );
}

interface RestProps {
  rest: number;
  amountMinor: number | null;
  currency: string;
}

function Rest({ rest, amountMinor, currency }: RestProps) {
  if (amountMinor === null && rest === 0) {
    return (
      <p className={css.rest} role="status">
        {t("payments.allocation.needsAmount")}
      </p>
    );
  }
  const amount = money({ minor: Math.abs(rest), currency });
  return (
    <p className={css.rest} data-over={rest < 0 ? "" : undefined} role="status">
      {rest === 0
        ? t("payments.allocation.exact")
        : rest > 0
          ? t("payments.allocation.rest", { amount })
          : t("payments.allocation.over", { amount })}
    </p>
  );
}
