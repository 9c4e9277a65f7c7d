import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import {
  Checkbox as AriaCheckbox,
  Radio,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
} from "react-aria-components";
import css from "./Choices.module.css";
import fieldCss from "./Field.module.css";
import { FieldFrame, type FieldProps, invalid } from "./FieldFrame";
import type { Choice } from "./Select";

interface ToggleProps {
  children: ReactNode;
  note?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  name?: string;
  isDisabled?: boolean;
  "aria-label"?: string;
}

export function Checkbox({
  children,
  note,
  isIndeterminate,
  ...rest
}: ToggleProps & { isIndeterminate?: boolean }) {
  return (
    <AriaCheckbox {...rest} isIndeterminate={isIndeterminate} className={css.toggle ?? ""}>
      {({ isSelected, isIndeterminate: isMixed }) => (
        <>
          <span className={css.box} aria-hidden>
            {isMixed ? <Minus className="icon" /> : isSelected && <Check className="icon" />}
          </span>
          <span>
            {children}
            {note !== undefined && <small className={css.note}>{note}</small>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}

export function Switch({ children, note, ...rest }: ToggleProps) {
  return (
    <AriaSwitch {...rest} className={css.toggle ?? ""}>
      <span className={css.track} aria-hidden />
      <span>
        {children}
        {note !== undefined && <small className={css.note}>{note}</small>}
      </span>
    </AriaSwitch>
  );
}

interface RadioGroupProps<V extends string> extends FieldProps {
  value: V | null;
  onChange: (value: V) => void;
  choices: readonly Choice<V>[];
}

function Choose<V extends string>({
  label,
  description,
  error,
  hideLabel,
  choices,
  onChange,
  look,
  ...rest
}: RadioGroupProps<V> & { look: "list" | "segments" }) {
  return (
    <AriaRadioGroup
      {...rest}
      {...invalid(error)}
      validationBehavior="aria"
      onChange={(next) => onChange(next as V)}
      orientation={look === "list" ? "vertical" : "horizontal"}
      className={fieldCss.field ?? ""}
    >
      <FieldFrame {...{ label, description, error, hideLabel }} isRequired={rest.isRequired}>
        <div className={css[look]}>
          {choices.map((choice) => (
            <Radio
              key={choice.id}
              value={choice.id}
              isDisabled={choice.isDisabled}
              className={(look === "list" ? css.toggle : css.segment) ?? ""}
            >
              {look === "list" && <span className={css.disc} aria-hidden />}
              <span>
                {choice.label}
                {choice.note !== undefined && look === "list" && (
                  <small className={css.note}>{choice.note}</small>
                )}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  );
}

/** One of a few, each with room for a line that explains it. */
export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  return <Choose {...props} look="list" />;
}

/** One of a few short words, side by side. */
export function Segmented<V extends string>(props: RadioGroupProps<V>) {
  return <Choose {...props} look="segments" />;
}
