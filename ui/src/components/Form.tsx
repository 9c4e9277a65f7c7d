import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Form as AriaForm } from "react-aria-components";
import type { IpcError } from "@/lib/ipc/error";
import { problemWords } from "@/lib/ipc/errors";
import { t } from "@/lib/i18n";
import { ErrorNotice } from "./ErrorNotice";
import css from "./Form.module.css";
import { FormAttempts } from "./formContext";

interface FormProps {
  onSubmit: () => void;
  /** The command's refusal: its fields go to the fields of the same name, the rest to the banner. */
  error?: IpcError | null;
  children: ReactNode;
  /** The row of buttons; the first submits. */
  actions?: ReactNode;
  label?: string;
  id?: string;
}

/** A form that never submits a text it could not read and takes the eye to the first problem. */
export function Form({ onSubmit, error, children, actions, label, id }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const fieldErrors = useMemo(() => {
    const byField: Record<string, string[]> = {};
    for (const { field, problem } of error?.fields ?? []) {
      (byField[field] ??= []).push(t(problemWords(problem)));
    }
    return byField;
  }, [error]);

  useEffect(() => {
    if (error && error.fields.length > 0) focusFirstProblem(form.current);
  }, [error]);

  return (
    <FormAttempts value={attempts}>
      <AriaForm
        ref={form}
        id={id}
        aria-label={label}
        className={css.form ?? ""}
        validationBehavior="aria"
        validationErrors={fieldErrors}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          setAttempts((count) => count + 1);
          const unread = form.current?.querySelector<HTMLElement>("[data-entry-problem]");
          if (unread) unread.focus();
          else onSubmit();
        }}
      >
        {error &&
          (error.fields.length > 0 ? (
            <div className={css.summary} role="alert">
              <b>{t("common.form.problems", { count: error.fields.length })}</b>
              <p>{t("common.form.kept")}</p>
            </div>
          ) : (
            <ErrorNotice error={error} />
          ))}
        {children}
        {actions && <div className={css.actions}>{actions}</div>}
      </AriaForm>
    </FormAttempts>
  );
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  const bad = form?.querySelector<HTMLElement>(
    "[aria-invalid=true]:not([role=group]), [data-invalid] input, [data-invalid] button, [data-invalid] [tabindex]",
  );
  bad?.focus();
}

/** Two or more fields side by side where there is room. */
export function FieldRow({
  children,
  columns = 2,
}: {
  children: ReactNode;
  columns?: 1 | 2 | 3 | 4;
}) {
  return (
    <div className={css.row} data-columns={columns}>
      {children}
    </div>
  );
}
