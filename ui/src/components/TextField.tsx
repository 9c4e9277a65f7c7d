import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from "react-aria-components";
import css from "./Field.module.css";
import { FieldFrame, type FieldProps, invalid } from "./FieldFrame";
import { names } from "./names";

interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  type?: "text" | "email" | "tel" | "url" | "password" | "search";
  maxLength?: number;
  autoComplete?: string;
  align?: "start" | "end";
}

export function TextField({
  label,
  description,
  error,
  hideLabel,
  placeholder,
  align,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      {...invalid(error)}
      validationBehavior="aria"
      className={css.field ?? ""}
    >
      <FieldFrame {...{ label, description, error, hideLabel }} isRequired={rest.isRequired}>
        <Input
          placeholder={placeholder}
          className={names(css.control, align === "end" && css.end)}
        />
      </FieldFrame>
    </AriaTextField>
  );
}

interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  rows?: number;
  maxLength?: number;
}

export function TextArea({
  label,
  description,
  error,
  hideLabel,
  placeholder,
  rows = 3,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField
      {...rest}
      {...invalid(error)}
      validationBehavior="aria"
      className={css.field ?? ""}
    >
      <FieldFrame {...{ label, description, error, hideLabel }} isRequired={rest.isRequired}>
        <AriaTextArea
          rows={rows}
          placeholder={placeholder}
          className={names(css.control, css.area)}
        />
      </FieldFrame>
    </AriaTextField>
  );
}
