import { Package, Pencil, Plus, Tag, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button, Card, EmptyState, ErrorNotice, IconButton, notify, Skeleton } from "@/components";
import { percent, unitPrice } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { PriceItem, PriceItemView } from "@/lib/ipc/bindings.gen";
import { IpcError } from "@/lib/ipc/error";
import { errorWords } from "@/lib/ipc/errors";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { PriceDialog } from "./priceDialog";
import { entryOf, newEntry, type PriceEntry, sumOf, type TaxEntry } from "./priceModel";
import css from "./Settings.module.css";

interface Editing {
  view: PriceItemView | null;
  entry: PriceEntry;
}

const noTax: TaxEntry = { code: "O", rate: 0, reason: "" };

export function PriceSection() {
  const list = useQueryCommand("priceList.get", {});
  const currency = useQueryCommand("business.get", {}).data?.business?.currency;
  const [editing, setEditing] = useState<Editing | null>(null);
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined || currency === undefined) return <Skeleton lines={4} />;
  const { items } = list.data;
  // A new price is taxed like the one before it.
  const tax = items.at(-1)?.item.tax ?? noTax;
  const add = (isPackage: boolean) =>
    setEditing({ view: null, entry: newEntry(isPackage, currency, tax) });
  return (
    <>
      <div className={css.buttons}>
        <Button kind="primary" icon={Plus} onPress={() => add(false)}>
          {t("settings.prices.newItem")}
        </Button>
        <Button icon={Package} onPress={() => add(true)}>
          {t("settings.prices.newPackage")}
        </Button>
      </div>
      <Card className={css.prices ?? ""}>
        {items.length === 0 ? (
          <EmptyState
            icon={Tag}
            title={t("settings.prices.none")}
            text={t("settings.prices.noneText")}
          />
        ) : (
          <PriceTable
            items={items}
            onEdit={(view) => setEditing({ view, entry: entryOf(view.item) })}
          />
        )}
      </Card>
      {editing !== null && (
        <PriceDialog view={editing.view} initial={editing.entry} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

interface PriceTableProps {
  items: readonly PriceItemView[];
  onEdit: (view: PriceItemView) => void;
}

function PriceTable({ items, onEdit }: PriceTableProps) {
  return (
    <table className={css.table} aria-label={t("settings.prices")}>
      <thead>
        <tr>
          <th scope="col">{t("settings.prices.name")}</th>
          <th scope="col">{t("settings.prices.tax")}</th>
          <th scope="col" data-end="">
            {t("settings.prices.price")}
          </th>
          <th scope="col">
            <span className="sr-only">{t("settings.prices.acts")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((view) => (
          <PriceRow key={view.id} view={view} onEdit={() => onEdit(view)} />
        ))}
      </tbody>
    </table>
  );
}

function PriceRow({ view, onEdit }: { view: PriceItemView; onEdit: () => void }) {
  const { item } = view;
  const remove = useMutationCommand("priceItem.delete");
  const bringBack = useMutationCommand("priceItem.save");
  const isPackage = item.parts.length > 0;
  const price = isPackage ? (sumOf(item.parts) ?? item.unitPrice) : item.unitPrice;
  const about = isPackage
    ? item.parts.map((part) => part.description).join(", ")
    : item.description;
  const take = async () => {
    try {
      await remove.run({ id: view.id, expectedVersion: view.version });
      notify({
        text: t("settings.prices.removed", { name: item.name }),
        undo: () => bringBack.run({ id: null, expectedVersion: 0, item }).catch(tellProblem),
      });
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <tr>
      <th scope="row">
        <span className={css.priceName} title={item.name}>
          {item.name}
        </span>
        {about !== "" && (
          <small title={about}>
            {isPackage && `${t("settings.prices.parts", { count: item.parts.length })}: `}
            {about}
          </small>
        )}
      </th>
      <td>{taxWords(item)}</td>
      <td data-end="" className="num">
        {unitPrice(price, item.currency)} {item.currency}
        {item.unit !== "" && <small>{t("settings.prices.per", { unit: item.unit })}</small>}
      </td>
      <td className={css.rowActs}>
        <IconButton
          icon={Pencil}
          label={t("settings.prices.edit", { name: item.name })}
          onPress={onEdit}
        />
        <IconButton
          icon={Trash2}
          label={t("settings.prices.remove", { name: item.name })}
          isDisabled={remove.isPending}
          onPress={() => void take()}
        />
      </td>
    </tr>
  );
}

function taxWords(item: PriceItem): string {
  const taxes = item.parts.length > 0 ? item.parts.map(({ tax }) => tax) : [item.tax];
  const words = taxes.map(({ code, rate }) =>
    code === "S" ? percent(rate) : t(`settings.tax.short.${code}`),
  );
  return [...new Set(words)].join(", ");
}

function tellProblem(error: unknown): void {
  const words = errorWords(IpcError.from(error).code);
  notify({ tone: "problem", text: `${t(words.title)}. ${t(words.next)}` });
}
