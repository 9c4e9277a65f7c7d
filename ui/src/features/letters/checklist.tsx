import { CircleAlert, CircleCheck, Info } from "lucide-react";
import { path, useGo } from "@/app";
import { Button, ErrorNotice, Section } from "@/components";
import { date, money } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { CaseView, LetterCheck, LetterReview } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import css from "./Letters.module.css";

interface ChecklistProps {
  view: CaseView;
  review: LetterReview;
}

/** What has to be right before the letter can be made; what is not, says what to do. */
export function Checklist({ view, review }: ChecklistProps) {
  const open = money(review.open);
  return (
    <Section title={t("letters.checks.title")}>
      <ul className={css.checks}>
        {review.checks.map((check, place) => (
          <CheckLine key={`${check.what} ${place}`} check={check} open={open} view={view} />
        ))}
      </ul>
    </Section>
  );
}

/** Nothing stands in the way of the letter when these are not there; it only says less. */
const advice: ReadonlySet<LetterCheck["what"]> = new Set(["clause", "enclosures"]);

/** What was found, in the reader's form; empty where the words already say it. */
function found(check: LetterCheck): string {
  switch (check.what) {
    case "deadline":
      return check.detail === "" ? "" : date(check.detail, "long");
    case "clause":
      return check.detail === "" ? "" : t("letters.check.clause.found", { clauses: check.detail });
    case "enclosures":
    case "missing_value":
      return check.detail;
    default:
      return "";
  }
}

function stateOf(check: LetterCheck): "ok" | "advice" | "bad" {
  if (check.ok) return "ok";
  return advice.has(check.what) ? "advice" : "bad";
}

const looks = { ok: CircleCheck, advice: Info, bad: CircleAlert } as const;

function CheckLine({ check, open, view }: { check: LetterCheck; open: string; view: CaseView }) {
  const state = stateOf(check);
  const Icon = looks[state];
  const words = check.ok ? "ok" : "bad";
  const detail = found(check);
  return (
    <li className={css.check} data-state={state}>
      <Icon className="icon" aria-hidden />
      <div>
        <span className="sr-only">{t(`letters.check.${state}`)} </span>
        <span className={css.checkWords}>
          {t(`letters.check.${check.what}.${words}`, { open })}
        </span>
        {detail !== "" && <span className={css.detail}>{detail}</span>}
        {!check.ok && <span className={css.detail}>{t(`letters.check.${check.what}.do`)}</span>}
        {!check.ok && <CheckAct check={check} view={view} />}
      </div>
    </li>
  );
}

function CheckAct({ check, view }: { check: LetterCheck; view: CaseView }) {
  const go = useGo();
  const checked = useMutationCommand("case.checked");
  switch (check.what) {
    case "payments_checked":
      return (
        <>
          {checked.error && <ErrorNotice error={checked.error} />}
          <Button
            kind="primary"
            isPending={checked.isPending}
            onPress={() => void checked.run({ case: view.id }).catch(() => undefined)}
          >
            {t("letters.check.payments_checked.act")}
          </Button>
        </>
      );
    case "address":
      return (
        <Button onPress={() => go(path("clients", view.clientId, "edit"))}>
          {t("letters.check.address.act")}
        </Button>
      );
    case "bank_details":
      return <Button onPress={() => go("/settings")}>{t("letters.check.bank_details.act")}</Button>;
    default:
      return null;
  }
}
