import { path } from "@/app";
import { t } from "@/lib/i18n";
import type { FieldProblem } from "@/lib/ipc/bindings.gen";
import css from "./EditorPage.module.css";
import { wordsFor } from "./problems";

const known = [
  "business.name",
  "business.address",
  "business.address.country",
  "business.vatId",
  "client.name",
  "client.address",
  "client.address.country",
  "client.vatId",
] as const;

interface OutsideNoticeProps {
  problems: readonly FieldProblem[];
  client: string | null;
}

/** What the invoice lacks that is not on this page: it belongs to the client or to the business. */
export function OutsideNotice({ problems, client }: OutsideNoticeProps) {
  if (problems.length === 0) return null;
  return (
    <div className={css.conflict} role="alert">
      <b>{t("invoices.outside.title")}</b>
      <ul>
        {problems.map((problem) => {
          const field = known.find((name) => name === problem.field);
          const isClient = problem.field.startsWith("client.");
          const to = isClient && client !== null ? path("clients", client) : "/settings";
          const words = field === undefined ? problem.field : t(`invoices.outside.${field}`);
          return (
            <li key={problem.field}>
              <a href={`#${to}`}>{words}</a>{" "}
              {problem.problem !== "required" && <span>{wordsFor(problem)}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
