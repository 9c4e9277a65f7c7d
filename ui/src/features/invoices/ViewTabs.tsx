import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { InvoicesView } from "@/lib/ipc/bindings.gen";
import css from "./InvoicesPage.module.css";

interface ViewTabsProps {
  label: string;
  items: readonly { id: InvoicesView; label: string; count: string | undefined }[];
  selected: InvoicesView;
  onSelect: (view: InvoicesView) => void;
  /** Stands at the end of the tabs' line. */
  aside: ReactNode;
  children: ReactNode;
}

/** Saved views of one list: the list itself stays where it is and only changes its rows. */
export function ViewTabs({ label, items, selected, onSelect, aside, children }: ViewTabsProps) {
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(key as InvoicesView)}
      className={css.tabs ?? ""}
    >
      <div className={css.tools}>
        <TabList aria-label={label} className={css.views ?? ""}>
          {items.map((item) => (
            <Tab key={item.id} id={item.id} className={css.view ?? ""}>
              {item.label}
              {item.count !== undefined && <span className={css.count}>{item.count}</span>}
            </Tab>
          ))}
        </TabList>
        {aside}
      </div>
      <TabPanel id={selected} className={css.panel ?? ""}>
        {children}
      </TabPanel>
    </Tabs>
  );
}
