import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import css from "./Field.module.css";

export interface MenuAct {
  id: string;
  label: string;
  icon?: LucideIcon;
  note?: string;
  isDisabled?: boolean;
  onAct: () => void;
}

/** Acts behind a button: `trigger` is a `Button` or an `IconButton`. */
export function Menu({
  trigger,
  label,
  acts,
}: {
  trigger: ReactNode;
  label: string;
  acts: readonly MenuAct[];
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={css.popover ?? ""} offset={4}>
        <AriaMenu aria-label={label} className={css.list ?? ""}>
          {acts.map(({ id, label: words, icon: Icon, note, isDisabled, onAct }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              isDisabled={isDisabled}
              onAction={onAct}
              className={css.option ?? ""}
            >
              {Icon && <Icon className="icon" aria-hidden />}
              <span className={css.optionText}>
                {words}
                {note !== undefined && <span className={css.optionNote}>{note}</span>}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
