import { Checkbox, FieldRow, NumberField, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { NumberingView } from "@/lib/ipc/bindings.gen";
import css from "./Studio.module.css";

export interface Numbers {
  pattern: string;
  yearlyReset: boolean;
  next: number | null;
}

export function numbersOf({ pattern, yearlyReset, next }: NumberingView): Numbers {
  return { pattern, yearlyReset, next };
}

interface NumberFieldsProps {
  numbers: Numbers;
  onChange: (part: Partial<Numbers>) => void;
  /** The year of the program's today. */
  year: string;
  autoFocus?: boolean;
}

/** How invoices are numbered, and which number is next. */
export function NumberFields({ numbers, onChange, year, autoFocus }: NumberFieldsProps) {
  const problem = patternProblem(numbers);
  return (
    <>
      <FieldRow>
        <TextField
          label={t("studio.numbers.pattern")}
          name="pattern"
          value={numbers.pattern}
          onChange={(pattern) => onChange({ pattern })}
          description={t("studio.numbers.patternNote", { year: "{YYYY}", counter: "{NNNN}" })}
          error={problem}
          isRequired
          maxLength={40}
          autoFocus={autoFocus}
        />
        <NumberField
          label={t("studio.numbers.next")}
          name="next"
          value={numbers.next}
          onChange={(next) => onChange({ next })}
          min={1}
          description={t("studio.numbers.nextNote")}
          isRequired
        />
      </FieldRow>
      <Checkbox
        name="yearlyReset"
        isSelected={numbers.yearlyReset}
        onChange={(yearlyReset) => onChange({ yearlyReset })}
        note={t("studio.numbers.resetNote")}
      >
        {t("studio.numbers.reset")}
      </Checkbox>
      {problem === null && numbers.next !== null && (
        <div className={css.example} aria-live="polite">
          <span>{t("studio.numbers.example")}</span>
          <b className="num">{exampleOf(numbers.pattern, year, numbers.next)}</b>
          <span className="num">{exampleOf(numbers.pattern, year, numbers.next + 1)}</span>
          <span className="num">{exampleOf(numbers.pattern, year, numbers.next + 2)}</span>
        </div>
      )}
    </>
  );
}

const counter = /\{N+\}/g;

/** What the program would refuse, said while it is typed. */
export function patternProblem({ pattern, yearlyReset }: Numbers): string | null {
  const counters = pattern.match(counter)?.length ?? 0;
  if (pattern.trim() === "") return null;
  if (counters === 0) return t("studio.numbers.noCounter", { counter: "{NNNN}" });
  if (counters > 1) return t("studio.numbers.twoCounters");
  const rest = pattern.replaceAll(counter, "").replaceAll(/\{YYYY\}|\{YY\}/g, "");
  const unknown = /\{[^}]*\}?|\}/.exec(rest)?.[0];
  if (unknown !== undefined) return t("studio.numbers.unknown", { part: unknown });
  if (yearlyReset && !/\{YYYY\}|\{YY\}/.test(pattern))
    return t("studio.numbers.noYear", { year: "{YYYY}" });
  return null;
}

function exampleOf(pattern: string, year: string, next: number): string {
  return pattern
    .trim()
    .replaceAll("{YYYY}", year)
    .replaceAll("{YY}", year.slice(-2))
    .replaceAll(counter, (token) => String(next).padStart(token.length - 2, "0"));
}
