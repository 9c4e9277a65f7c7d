import { CircleAlert, Info } from "lucide-react";
import { Checkbox, Section } from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { Content, MissingContent } from "@/lib/ipc/bindings.gen";
import css from "./EditorPage.module.css";

interface MissingProps {
  missing: readonly MissingContent[];
  /** What the owner issues without. */
  passed: ReadonlySet<Content>;
  onPass: (passed: ReadonlySet<Content>) => void;
}

/** What law or custom asks of this invoice and it does not show; each is passed over by itself, or mended. */
export function MissingContents({ missing, passed, onPass }: MissingProps) {
  const toggle = (content: Content, isPassed: boolean) => {
    const next = new Set(passed);
    if (isPassed) next.add(content);
    else next.delete(content);
    onPass(next);
  };
  return (
    <Section title={t("invoices.missing.title")}>
      <p className={css.missingLead}>{t("invoices.missing.text")}</p>
      <ul className={css.missing}>
        {missing.map(({ content, rule, severity, asOf }) => {
          const Icon = severity === "must" ? CircleAlert : Info;
          return (
            <li key={content} data-severity={severity}>
              <Icon className="icon" aria-hidden />
              <div>
                <b>{t(`invoices.missing.${content}`)}</b>
                <span>
                  {t(`invoices.missing.severity.${severity}`)}{" "}
                  {t("invoices.missing.rule", { rule, date: date(asOf, "long") })}
                </span>
                <Checkbox
                  isSelected={passed.has(content)}
                  onChange={(isPassed) => toggle(content, isPassed)}
                  aria-label={t("invoices.missing.anywayNamed", {
                    what: t(`invoices.missing.${content}`),
                  })}
                >
                  {t("invoices.missing.anyway")}
                </Checkbox>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
