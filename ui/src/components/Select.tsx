import { Check, ChevronDown } from "lucide-react";
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from "react-aria-components";
import { t } from "@/lib/i18n";
import css from "./Field.module.css";
import { FieldFrame, type FieldProps, invalid } from "./FieldFrame";
import { names } from "./names";

export interface Choice<V extends string = string> {
  id: V;
  label: string;
  note?: string;
  isDisabled?: boolean;
}

interface SelectProps<V extends string> extends FieldProps {
  value: V | null;
  onChange: (value: V) => void;
  choices: readonly Choice<V>[];
  placeholder?: string;
}

export function Select<V extends string>({
  label,
  description,
  error,
  hideLabel,
  value,
  onChange,
  choices,
  placeholder,
  isReadOnly,
  ...rest
}: SelectProps<V>) {
  return (
    <AriaSelect
      {...rest}
      {...invalid(error)}
      isDisabled={rest.isDisabled === true || isReadOnly === true}
      validationBehavior="aria"
      value={value}
      onChange={(key) => onChange(key as V)}
      placeholder={placeholder ?? t("common.select.placeholder")}
      className={css.field ?? ""}
    >
      <FieldFrame {...{ label, description, error, hideLabel }} isRequired={rest.isRequired}>
        <Button className={names(css.control, css.select)}>
          <SelectValue className={css.value ?? ""}>
            {({ defaultChildren, selectedText }) => selectedText || defaultChildren}
          </SelectValue>
          <ChevronDown className="icon" aria-hidden />
        </Button>
      </FieldFrame>
      <Popover className={css.popover ?? ""} offset={4}>
        <ListBox items={choices} className={css.list ?? ""}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

export function ChoiceItem({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem
      id={choice.id}
      textValue={choice.label}
      isDisabled={choice.isDisabled}
      className={css.option ?? ""}
    >
      {({ isSelected }) => (
        <>
          <span className={css.optionText}>
            {choice.label}
            {choice.note !== undefined && <span className={css.optionNote}>{choice.note}</span>}
          </span>
          {isSelected && <Check className="icon" aria-hidden />}
        </>
      )}
    </ListBoxItem>
  );
}
