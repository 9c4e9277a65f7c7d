import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { t } from "@/lib/i18n";
import css from "./Field.module.css";
import { names } from "./names";

/** What every field has in common. */
export interface FieldProps {
  label: string;
  /** The field's name in the command, so that its errors land here. */
  name?: string;
  description?: ReactNode;
  /** An error known in the window; errors of the command arrive through `Form`. */
  error?: string | null;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  autoFocus?: boolean;
  /** Keeps the label for readers only, where a table head already names the column. */
  hideLabel?: boolean;
}

interface FrameProps extends Pick<
  FieldProps,
  "label" | "description" | "error" | "isRequired" | "hideLabel"
> {
  children: ReactNode;
}

/** Label above, note and error below, all wired to the control by React Aria. */
export function FieldFrame({
  label,
  description,
  error,
  isRequired,
  hideLabel,
  children,
}: FrameProps) {
  return (
    <>
      <Label className={names(css.label, hideLabel && "sr-only")}>
        {label}
        {isRequired && <span className={css.required}>{t("common.required")}</span>}
      </Label>
      {children}
      {description !== undefined && (
        <Text slot="description" className={css.note ?? ""}>
          {description}
        </Text>
      )}
      <FieldError className={css.error ?? ""}>
        {({ validationErrors }) => error ?? validationErrors.join(" ")}
      </FieldError>
    </>
  );
}

/** `isInvalid` stays undefined without an own error, so that the command's errors can show. */
export function invalid(error: string | null | undefined): { isInvalid?: boolean } {
  return error ? { isInvalid: true } : {};
}
