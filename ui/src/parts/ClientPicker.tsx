import { useEffect, useState } from "react";
import { type Choice, ComboBox } from "@/components";
import { t } from "@/lib/i18n";
import type { ClientRow } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { NewClientDialog } from "./NewClientDialog";

interface ClientPickerProps {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  name?: string;
  error?: string | null;
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
  description?: string;
  hideLabel?: boolean;
  placeholder?: string;
  /** Offers to make a client of the text that was typed. */
  allowNew?: boolean;
}

const SHOWN = 20;

function choiceOf(row: ClientRow): Choice {
  const note = [row.city, row.email].filter((part) => part !== "").join(" · ");
  return { id: row.id, label: row.name, ...(note === "" ? {} : { note }) };
}

/** A client, found by name, person or e-mail among all of them. */
export function ClientPicker({
  value,
  onChange,
  allowNew,
  placeholder,
  ...rest
}: ClientPickerProps) {
  const [text, setText] = useState("");
  const search = useDebounced(text.trim());
  const [newName, setNewName] = useState<string | null>(null);
  const found = useQueryCommand(
    "clients.list",
    { search, offset: 0, limit: SHOWN },
    { keepPrevious: true },
  );
  const chosen = useQueryCommand("client.get", { id: value ?? "" }, { enabled: value !== null });
  const choices = (found.data?.rows ?? []).map(choiceOf);
  const listed = choices.find((choice) => choice.id === value);
  const name = chosen.data?.client.name ?? listed?.label;
  const selected: Choice | null =
    value === null || name === undefined ? null : { id: value, label: name };

  return (
    <>
      <ComboBox
        {...rest}
        value={selected}
        onChange={(choice) => {
          setText("");
          onChange(choice?.id ?? null);
        }}
        choices={choices}
        onSearch={setText}
        isSearching={found.isFetching || search !== text.trim()}
        placeholder={placeholder ?? t("parts.client.placeholder")}
        create={
          allowNew === true
            ? { label: (typed) => t("parts.client.add", { name: typed }), onCreate: setNewName }
            : undefined
        }
      />
      {newName !== null && (
        <NewClientDialog
          name={newName}
          onClose={() => setNewName(null)}
          onMade={(id) => {
            setNewName(null);
            setText("");
            onChange(id);
          }}
        />
      )}
    </>
  );
}

function useDebounced(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 120);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
