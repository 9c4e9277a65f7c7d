import { ChevronDown } from "lucide-react";
import { useContext, useState } from "react";
import {
  Button,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Group,
  Input,
  ListBox,
  Popover,
} from "react-aria-components";
import { t } from "@/lib/i18n";
import css from "./Field.module.css";
import { FieldFrame, type FieldProps, invalid } from "./FieldFrame";
import { names } from "./names";
import { type Choice, ChoiceItem } from "./Select";

const CREATE = "\u0000create";

interface ComboBoxProps extends FieldProps {
  /** The chosen item, also when it is not among the present choices. */
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  /** What was found for the text last given to `onSearch`; already filtered. */
  choices: readonly Choice[];
  onSearch: (text: string) => void;
  isSearching?: boolean;
  placeholder?: string;
  /** Offers to make a new one of the text, for example "Add client {text}". */
  create?: { label: (text: string) => string; onCreate: (text: string) => void };
}

/** A field that searches. Text without a choice is not a value: it is put back when the field is left. */
export function ComboBox({
  label,
  description,
  error,
  hideLabel,
  value,
  onChange,
  choices,
  onSearch,
  isSearching,
  placeholder,
  create,
  ...rest
}: ComboBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value?.label ?? "";
  const wanted = typed?.trim() ?? "";
  const items: Choice[] =
    create !== undefined && wanted !== ""
      ? [...choices, { id: CREATE, label: create.label(wanted) }]
      : [...choices];

  const choose = (id: unknown) => {
    if (id === CREATE) {
      create?.onCreate(wanted);
    } else if (id !== null) {
      const chosen = choices.find((choice) => choice.id === id);
      // What has just left the list was not chosen; what was there before stays.
      if (chosen !== undefined) onChange(chosen);
    }
    setTyped(null);
  };

  return (
    <AriaComboBox
      {...rest}
      {...invalid(error)}
      validationBehavior="aria"
      menuTrigger="input"
      allowsEmptyCollection
      items={items}
      value={value?.id ?? null}
      inputValue={text}
      onInputChange={(next) => {
        if (next === text) return;
        setTyped(next);
        onSearch(next);
        if (next === "" && value !== null) onChange(null);
      }}
      onChange={choose}
      onBlur={() => setTyped(null)}
      className={css.field ?? ""}
    >
      <FieldFrame {...{ label, description, error, hideLabel }} isRequired={rest.isRequired}>
        <Group className={names(css.control, css.group)}>
          <SearchInput placeholder={placeholder} />
          <Button className={css.trigger ?? ""} aria-label={t("common.combo.open")}>
            <ChevronDown className="icon" aria-hidden />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={css.popover ?? ""} offset={4}>
        <ListBox<Choice>
          className={css.list ?? ""}
          renderEmptyState={() => (
            <div className={css.empty}>
              {isSearching === true ? t("common.combo.searching") : t("common.combo.empty")}
            </div>
          )}
        >
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** Opens at a click, at typing and at the arrow keys; not by itself when a page puts the cursor here. */
function SearchInput({ placeholder }: { placeholder: string | undefined }) {
  const state = useContext(ComboBoxStateContext);
  return <Input placeholder={placeholder} onClick={() => state?.open(null, "manual")} />;
}
