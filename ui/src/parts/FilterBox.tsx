import { Search } from "lucide-react";
import { Input, SearchField } from "react-aria-components";
import css from "./FilterBox.module.css";

interface FilterBoxProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

/** Where a list is filtered by typing. Esc empties it; "/" brings the cursor here (see `focusFilter`). */
export function FilterBox({ label, placeholder, value, onChange }: FilterBoxProps) {
  return (
    <SearchField aria-label={label} value={value} onChange={onChange} className={css.box ?? ""}>
      <Search className="icon" aria-hidden />
      <Input id="list-filter" placeholder={placeholder} autoComplete="off" spellCheck={false} />
    </SearchField>
  );
}

export function focusFilter(): void {
  document.getElementById("list-filter")?.focus();
}
