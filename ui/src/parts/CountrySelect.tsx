import { useMemo, useState } from "react";
import { ComboBox } from "@/components";
import { countries } from "./countries";

interface CountrySelectProps {
  label: string;
  /** ISO 3166-1 alpha-2, or empty. */
  value: string;
  onChange: (code: string) => void;
  name?: string;
  isRequired?: boolean;
}

/** A country, found by typing its name or code. */
export function CountrySelect({ value, onChange, ...rest }: CountrySelectProps) {
  const [text, setText] = useState("");
  const chosen = countries().find((country) => country.id === value) ?? null;
  const choices = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    if (wanted === "") return countries();
    return countries().filter(
      ({ id, label }) => label.toLowerCase().includes(wanted) || id.toLowerCase() === wanted,
    );
  }, [text]);
  return (
    <ComboBox
      {...rest}
      value={chosen}
      choices={choices}
      onSearch={setText}
      onChange={(choice) => {
        setText("");
        onChange(choice?.id ?? "");
      }}
    />
  );
}
