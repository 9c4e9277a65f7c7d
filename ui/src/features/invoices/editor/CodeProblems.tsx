import { CircleAlert } from "lucide-react";
import { Section } from "@/components";
import { t } from "@/lib/i18n";
import type { FieldProblem } from "@/lib/ipc/bindings.gen";
import { problemWords } from "@/lib/ipc/errors";
import css from "./EditorPage.module.css";

const ofAccount = ["name", "iban", "bic", "amount"] as const;

/** Why the bank's payment code is left out: the one thing a payer would miss without anybody saying so. */
export function CodeProblems({ problems }: { problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Section title={t("invoices.code.title")}>
      <p className={css.missingLead}>{t("invoices.code.text")}</p>
      <ul className={css.missing}>
        {problems.map((found) => (
          <li key={found.field} data-severity="must">
            <CircleAlert className="icon" aria-hidden />
            <div>{words(found)}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function words({ field, problem }: FieldProblem): string {
  const said = { problem: t(problemWords(problem)) };
  const known = ofAccount.find((name) => name === field);
  if (known !== undefined) return t(`invoices.code.${known}`, said);
  if (field === "creditor.name") return t("invoices.code.name", said);
  return t(field.startsWith("creditor.") ? "invoices.code.address" : "invoices.code.other", said);
}
