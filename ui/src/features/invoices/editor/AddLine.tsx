import { type KeyboardEvent, useState } from "react";
import { type Choice, ComboBox } from "@/components";
import { unitPrice } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { PriceItemView } from "@/lib/ipc/bindings.gen";
import { blankLine, type LineEntry, linesOf } from "./draftModel";

interface AddLineProps {
  items: readonly PriceItemView[];
  currency: string;
  newTax: () => LineEntry["tax"];
  onAdd: (lines: readonly LineEntry[]) => void;
}

function priceChoice({ id, item }: PriceItemView, currency: string): Choice {
  const price = t("invoices.add.price", {
    price: unitPrice(item.unitPrice, item.currency),
    currency: item.currency,
  });
  const note =
    item.parts.length > 0 ? t("invoices.add.package", { count: item.parts.length }) : price;
  const isOther = item.currency !== currency;
  return {
    id,
    label: item.name,
    note: isOther ? t("invoices.add.otherCurrency", { currency: item.currency }) : note,
    isDisabled: isOther,
  };
}

/** The last row: type words for a line, or find it in the price list. */
export function AddLine({ items, currency, newTax, onAdd }: AddLineProps) {
  const [text, setText] = useState("");
  // Another key empties the field: what was typed became a line.
  const [round, setRound] = useState(0);
  const wanted = text.trim().toLowerCase();
  const found = items.filter(({ item }) =>
    `${item.name} ${item.description}`.toLowerCase().includes(wanted),
  );
  const finish = (lines: readonly LineEntry[]) => {
    setText("");
    setRound((count) => count + 1);
    onAdd(lines);
  };
  const addWords = (words: string) => finish([blankLine(words.trim(), newTax())]);

  // Enter takes the words as they are, unless the arrow keys chose something from the list.
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.getAttribute("aria-activedescendant") || text.trim() === "") return;
    event.preventDefault();
    event.stopPropagation();
    addWords(text);
  };

  return (
    <div data-add="" onKeyDownCapture={onKeyDown}>
      <ComboBox
        key={round}
        label={t("invoices.add.label")}
        hideLabel
        placeholder={items.length === 0 ? t("invoices.add.plain") : t("invoices.add.search")}
        value={null}
        choices={found.slice(0, 50).map((view) => priceChoice(view, currency))}
        onSearch={setText}
        onChange={(choice) => {
          const view = items.find(({ id }) => id === choice?.id);
          if (view !== undefined) finish(linesOf(view.item));
        }}
        create={{ label: (words) => t("invoices.add.create", { words }), onCreate: addWords }}
      />
    </div>
  );
}
