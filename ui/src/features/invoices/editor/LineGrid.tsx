import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  ChevronUp,
  CopyPlus,
  Ellipsis,
  Trash2,
} from "lucide-react";
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from "react";
import {
  type Choice,
  IconButton,
  Menu,
  notify,
  QuantityField,
  Select,
  TextArea,
  UnitPriceField,
} from "@/components";
import { money, percent } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { Money, PriceItemView } from "@/lib/ipc/bindings.gen";
import { AddLine } from "./AddLine";
import { type LineEntry, moved, newKey } from "./draftModel";
import css from "./LineGrid.module.css";
import { LineDetails } from "./LineDetails";
import { Problems, Spot } from "./problems";
import { choiceOf, needsReason, OTHER, taxChoices, taxOf } from "./tax";

interface LineGridProps {
  lines: readonly LineEntry[];
  onChange: (change: (lines: readonly LineEntry[]) => readonly LineEntry[]) => void;
  currency: string;
  /** What each line comes to, by its key; absent while not counted yet. */
  amounts: ReadonlyMap<string, Money>;
  rates: readonly number[];
  items: readonly PriceItemView[];
  newTax: () => LineEntry["tax"];
}

/** The lines of the invoice as a grid to type in. */
export function LineGrid(props: LineGridProps) {
  const { lines, onChange, currency, amounts, rates, items, newTax } = props;
  const grid = useRef<HTMLDivElement>(null);
  const focusOn = useRef<{ key: string; cell: string } | null>(null);
  const choices = taxChoices(rates);

  // After the lines were drawn anew, the cursor goes to the one that was added or moved.
  useEffect(() => {
    const target = focusOn.current;
    if (target === null) return;
    const cell = cellOf(grid.current, target.key, target.cell);
    if (cell === null) return;
    focusOn.current = null;
    cell.focus();
  });
  const setFocusOn = (on: { key: string; cell: string }) => {
    focusOn.current = on;
  };

  const add = (added: readonly LineEntry[]) => {
    const first = added[0];
    if (first === undefined) return;
    onChange((before) => [...before, ...added]);
    setFocusOn({ key: first.key, cell: first.unitPrice === null ? "unitPrice" : "quantity" });
  };
  const acts: LineActs = {
    set: (key, part) =>
      onChange((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line))),
    move: (key, by) => {
      onChange((before) => {
        const from = before.findIndex((line) => line.key === key);
        return moved(before, from, from + by);
      });
      setFocusOn({ key, cell: "description" });
    },
    copy: (line) => {
      const copy = { ...line, key: newKey() };
      onChange((before) =>
        before.flatMap((item) => (item.key === line.key ? [item, copy] : [item])),
      );
      setFocusOn({ key: copy.key, cell: "description" });
    },
    remove: (line) => removeLine(line, lines, onChange, setFocusOn),
    taxForAll: (tax) => onChange((before) => before.map((line) => ({ ...line, tax: { ...tax } }))),
  };

  return (
    <div className={css.holder} ref={grid}>
      <div role="group" aria-label={t("invoices.editor.lines")} className={css.grid}>
        <div className={css.head} aria-hidden>
          <span>{t("invoices.line.description")}</span>
          <span>{t("invoices.line.quantity")}</span>
          <span>{t("invoices.line.price")}</span>
          <span>{t("invoices.line.tax")}</span>
          <span>{t("invoices.line.amount")}</span>
          <span />
        </div>
        {lines.map((line, place) => (
          <LineRow
            key={line.key}
            line={line}
            place={place}
            count={lines.length}
            amount={amounts.get(line.key)}
            currency={currency}
            choices={choices}
            acts={acts}
          />
        ))}
        <Spot path="lines" className={css.add}>
          {(error) => (
            <>
              <AddLine items={items} currency={currency} newTax={newTax} onAdd={add} />
              {error !== null && (
                <p className={css.error} role="alert">
                  {error}
                </p>
              )}
            </>
          )}
        </Spot>
      </div>
    </div>
  );
}

function cellOf(root: HTMLElement | null, key: string, cell: string): HTMLElement | null {
  const row = root?.querySelector(`[data-line="${CSS.escape(key)}"]`);
  return row?.querySelector<HTMLElement>(`[data-cell="${cell}"] :is(input, textarea)`) ?? null;
}

function removeLine(
  line: LineEntry,
  lines: readonly LineEntry[],
  onChange: LineGridProps["onChange"],
  setFocusOn: (on: { key: string; cell: string }) => void,
): void {
  const place = lines.findIndex((item) => item.key === line.key);
  const neighbour = lines[place + 1] ?? lines[place - 1];
  onChange((before) => before.filter((item) => item.key !== line.key));
  if (neighbour !== undefined) setFocusOn({ key: neighbour.key, cell: "description" });
  const name = line.description.split("\n")[0] ?? "";
  notify({
    text: name === "" ? t("invoices.line.removed") : t("invoices.line.removedNamed", { name }),
    undo: () => onChange((before) => [...before.slice(0, place), line, ...before.slice(place)]),
  });
}

interface LineActs {
  set: (key: string, part: Partial<LineEntry>) => void;
  move: (key: string, by: number) => void;
  copy: (line: LineEntry) => void;
  remove: (line: LineEntry) => void;
  taxForAll: (tax: LineEntry["tax"]) => void;
}

interface LineRowProps {
  line: LineEntry;
  place: number;
  count: number;
  amount: Money | undefined;
  currency: string;
  choices: readonly Choice[];
  acts: LineActs;
}

// Where the engine cannot size a field by its content.
const WRAPS_AT = 36;

function rowsFor(text: string): number {
  return Math.min(
    8,
    text.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / WRAPS_AT)), 0),
  );
}

function LineRow({ line, place, count, amount, currency, choices, acts }: LineRowProps) {
  const { problems, isReviewed } = useContext(Problems);
  const [isOpen, setOpen] = useState(false);
  const at = `lines[${place}]`;
  const number = place + 1;
  const set = (part: Partial<LineEntry>) => acts.set(line.key, part);
  const hiddenProblem = problems.some(({ field }) =>
    [`${at}.discount`, `${at}.unit`, `${at}.tax.reason`, `${at}.tax.rate`].includes(field),
  );
  const showDetails = isOpen || (isReviewed && hiddenProblem) || choiceOf(line.tax) === OTHER;
  const spot = (name: string) => ({ path: `${at}.${name}`, touchKey: `${line.key}.${name}` });

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      event.stopPropagation();
      acts.move(line.key, event.key === "ArrowUp" ? -1 : 1);
    } else if ((event.ctrlKey || event.metaKey) && event.key === "Backspace" && event.shiftKey) {
      event.preventDefault();
      acts.remove(line);
    } else if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      nextRow(event, line.key);
    }
  };

  return (
    <div
      role="group"
      aria-label={t("invoices.line.named", { number })}
      className={css.line}
      data-line={line.key}
      // Before the fields, which keep their keys to themselves.
      onKeyDownCapture={onKeyDown}
    >
      <Spot {...spot("description")} className={css.description}>
        {(error) => (
          <div data-cell="description">
            <TextArea
              label={t("invoices.line.descriptionOf", { number })}
              hideLabel
              rows={rowsFor(line.description)}
              value={line.description}
              error={error}
              onChange={(description) => set({ description })}
            />
            {!showDetails && <Extras line={line} currency={currency} />}
          </div>
        )}
      </Spot>
      <Spot {...spot("quantity")} className={css.quantity}>
        {(error) => (
          <div data-cell="quantity">
            <QuantityField
              label={t("invoices.line.quantityOf", { number })}
              hideLabel
              value={line.quantity}
              error={error}
              onChange={(quantity) => set({ quantity })}
            />
          </div>
        )}
      </Spot>
      <Spot {...spot("unitPrice")} className={css.price}>
        {(error) => (
          <div data-cell="unitPrice">
            <UnitPriceField
              label={t("invoices.line.priceOf", { number })}
              hideLabel
              value={line.unitPrice}
              placeholder={money({ minor: 0, currency }, { currency: false })}
              error={error}
              onChange={(unitPrice) => set({ unitPrice })}
            />
          </div>
        )}
      </Spot>
      <Spot {...spot("tax.rate")} className={css.tax}>
        {() => (
          <Select
            label={t("invoices.line.taxOf", { number })}
            hideLabel
            value={choiceOf(line.tax)}
            choices={choices}
            onChange={(choice) => {
              const tax = taxOf(choice, line.tax);
              set({ tax });
              if (choice === OTHER || needsReason(tax.code)) setOpen(true);
            }}
          />
        )}
      </Spot>
      <span className={css.amount}>
        {amount === undefined ? "–" : money(amount, { currency: false })}
      </span>
      <Menu
        label={t("invoices.line.acts", { number })}
        trigger={<IconButton icon={Ellipsis} label={t("invoices.line.acts", { number })} />}
        acts={[
          {
            id: "details",
            label: showDetails ? t("invoices.line.hideDetails") : t("invoices.line.showDetails"),
            note: t("invoices.line.detailsNote"),
            icon: showDetails ? ChevronUp : ChevronDown,
            onAct: () => setOpen(!showDetails),
          },
          {
            id: "up",
            label: t("invoices.line.up"),
            note: t("invoices.line.upKeys"),
            icon: ArrowUp,
            isDisabled: place === 0,
            onAct: () => acts.move(line.key, -1),
          },
          {
            id: "down",
            label: t("invoices.line.down"),
            note: t("invoices.line.downKeys"),
            icon: ArrowDown,
            isDisabled: place === count - 1,
            onAct: () => acts.move(line.key, 1),
          },
          {
            id: "copy",
            label: t("invoices.line.copy"),
            icon: CopyPlus,
            onAct: () => acts.copy(line),
          },
          {
            id: "remove",
            label: t("invoices.line.remove"),
            note: t("invoices.line.removeKeys"),
            icon: Trash2,
            onAct: () => acts.remove(line),
          },
        ]}
      />
      {showDetails && (
        <LineDetails
          line={line}
          at={at}
          currency={currency}
          canApplyTax={count > 1}
          onChange={set}
          onTaxForAll={() => acts.taxForAll(line.tax)}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

/** Enter goes down the column, and from the last line to the place for a new one. */
function nextRow(event: KeyboardEvent<HTMLDivElement>, key: string): void {
  const target = event.target as HTMLElement;
  const cell = target.closest<HTMLElement>("[data-cell]")?.dataset.cell;
  if (cell === undefined) return;
  event.preventDefault();
  const rows = [...(event.currentTarget.parentElement?.querySelectorAll("[data-line]") ?? [])];
  const place = rows.findIndex((row) => row.getAttribute("data-line") === key);
  const below = rows[place + 1]?.querySelector<HTMLElement>(`[data-cell="${cell}"] input`);
  const adder = event.currentTarget.parentElement?.querySelector<HTMLElement>("[data-add] input");
  (below ?? adder)?.focus();
}

/** What differs from a plain line, said quietly under its words. */
function Extras({ line, currency }: { line: LineEntry; currency: string }) {
  const { discount, tax, unit } = line;
  const words = [
    unit === "" ? "" : t("invoices.line.perUnit", { unit }),
    discount.kind === "percent" && discount.value !== null
      ? t("invoices.line.less", { discount: percent(discount.value) })
      : "",
    discount.kind === "amount" && discount.value !== null
      ? t("invoices.line.less", { discount: money({ minor: discount.value, currency }) })
      : "",
    tax.reason,
  ].filter((part) => part !== "");
  return words.length === 0 ? null : <p className={css.extras}>{words.join(" · ")}</p>;
}
