import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import {
  Button,
  Dialog,
  FieldRow,
  Form,
  IconButton,
  notify,
  PercentField,
  QuantityField,
  Select,
  TextArea,
  TextField,
  UnitPriceField,
} from "@/components";
import { unitPrice } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { PriceItemView, TaxCode } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import {
  itemOf,
  needsReason,
  newPart,
  type PartEntry,
  type PriceEntry,
  sumOf,
  type TaxEntry,
} from "./priceModel";
import css from "./Settings.module.css";

const FORM = "price";
const codes: readonly TaxCode[] = ["S", "Z", "E", "AE", "O"];

interface PriceDialogProps {
  view: PriceItemView | null;
  initial: PriceEntry;
  onClose: () => void;
}

export function PriceDialog({ view, initial, onClose }: PriceDialogProps) {
  const save = useMutationCommand("priceItem.save");
  const [entry, setEntry] = useState(initial);
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<PriceEntry>) => setEntry((before) => ({ ...before, ...part }));
  const submit = async () => {
    setTried(true);
    const item = itemOf(entry);
    if (item === null) return;
    try {
      await save.run({ id: view?.id ?? null, expectedVersion: view?.version ?? 0, item });
      notify({ tone: "good", text: t("settings.prices.saved", { name: item.name.trim() }) });
      onClose();
    } catch {
      // Shown by the form through save.error.
    }
  };
  const kind = entry.isPackage ? "package" : "item";
  return (
    <Dialog
      title={t(view === null ? `settings.prices.new.${kind}` : `settings.prices.change.${kind}`)}
      isOpen
      onClose={onClose}
      size={entry.isPackage ? "large" : "medium"}
      keepOnOutsideClick
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" form={FORM} kind="primary" isPending={save.isPending}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <Form id={FORM} error={save.error} onSubmit={() => void submit()}>
        <TextField
          label={t("settings.prices.name")}
          name="item.name"
          value={entry.name}
          onChange={(name) => change({ name })}
          description={t(`settings.prices.nameNote.${kind}`)}
          isRequired
          autoFocus
        />
        {entry.isPackage ? (
          <Parts entry={entry} onChange={change} isTried={isTried} />
        ) : (
          <Single entry={entry} onChange={change} isTried={isTried} />
        )}
      </Form>
    </Dialog>
  );
}

interface PartProps {
  entry: PriceEntry;
  onChange: (part: Partial<PriceEntry>) => void;
  isTried: boolean;
}

function missing(value: number | null, isTried: boolean): string | null {
  return isTried && value === null ? t("errors.problem.required") : null;
}

function Single({ entry, onChange, isTried }: PartProps) {
  return (
    <>
      <TextArea
        label={t("settings.prices.description")}
        name="item.description"
        value={entry.description}
        onChange={(description) => onChange({ description })}
        description={t("settings.prices.descriptionNote")}
        rows={2}
      />
      <FieldRow>
        <UnitPriceField
          label={t("settings.prices.price")}
          name="item.unitPrice"
          currency={entry.currency}
          value={entry.unitPrice}
          onChange={(price) => onChange({ unitPrice: price })}
          error={missing(entry.unitPrice, isTried)}
          isRequired
        />
        <TextField
          label={t("settings.prices.unit")}
          name="item.unit"
          value={entry.unit}
          onChange={(unit) => onChange({ unit })}
          placeholder={t("settings.prices.unitExample")}
        />
      </FieldRow>
      <TaxFields
        tax={entry.tax}
        onChange={(tax) => onChange({ tax })}
        name="item.tax"
        isTried={isTried}
      />
    </>
  );
}

interface TaxFieldsProps {
  tax: TaxEntry;
  onChange: (tax: TaxEntry) => void;
  name: string;
  isTried: boolean;
}

function TaxFields({ tax, onChange, name, isTried }: TaxFieldsProps) {
  return (
    <FieldRow>
      <Select
        label={t("settings.prices.tax")}
        name={`${name}.code`}
        value={tax.code}
        onChange={(code) =>
          onChange({ code, rate: code === "S" ? null : 0, reason: reasonFor(code) })
        }
        choices={codes.map((id) => ({
          id,
          label: t(`settings.tax.${id}`),
          note: t(`settings.tax.note.${id}`),
        }))}
      />
      {tax.code === "S" && (
        <PercentField
          label={t("settings.tax.rate")}
          name={`${name}.rate`}
          value={tax.rate}
          onChange={(rate) => onChange({ ...tax, rate })}
          error={missing(tax.rate, isTried)}
          min={0}
          max={1_000_000}
          isRequired
        />
      )}
      {needsReason(tax.code) && (
        <TextField
          label={t("settings.tax.reason")}
          name={`${name}.reason`}
          value={tax.reason}
          onChange={(reason) => onChange({ ...tax, reason })}
          isRequired
        />
      )}
    </FieldRow>
  );
}

function reasonFor(code: TaxCode): string {
  if (code === "AE") return t("settings.tax.reason.AE");
  return code === "E" ? t("settings.tax.reason.E") : "";
}

function Parts({ entry, onChange, isTried }: PartProps) {
  const { parts } = entry;
  const set = (key: number, part: Partial<PartEntry>) =>
    onChange({
      parts: parts.map((before) => (before.key === key ? { ...before, ...part } : before)),
    });
  const sum = sumOf(parts);
  const last = parts.at(-1)?.tax ?? entry.tax;
  return (
    <>
      <ol className={css.parts} aria-label={t("settings.prices.partsTitle")}>
        {parts.map((part, place) => (
          <li key={part.key}>
            <Part
              part={part}
              name={`item.parts[${place}]`}
              place={place + 1}
              isTried={isTried}
              onChange={(change) => set(part.key, change)}
              onRemove={
                parts.length > 1
                  ? () => onChange({ parts: parts.filter(({ key }) => key !== part.key) })
                  : undefined
              }
            />
          </li>
        ))}
      </ol>
      <div className={css.partsEnd}>
        <Button icon={Plus} onPress={() => onChange({ parts: [...parts, newPart(last)] })}>
          {t("settings.prices.addPart")}
        </Button>
        {sum !== null && (
          <b className="num">
            {t("settings.prices.sum", {
              amount: `${unitPrice(sum, entry.currency)} ${entry.currency}`,
            })}
          </b>
        )}
      </div>
    </>
  );
}

interface OnePartProps {
  part: PartEntry;
  name: string;
  place: number;
  isTried: boolean;
  onChange: (part: Partial<PartEntry>) => void;
  onRemove?: (() => void) | undefined;
}

function Part({ part, name, place, isTried, onChange, onRemove }: OnePartProps) {
  return (
    <fieldset className={css.part}>
      <legend className="sr-only">{t("settings.prices.part", { place })}</legend>
      <div className={css.partHead}>
        <TextField
          label={t("settings.prices.partWhat")}
          name={`${name}.description`}
          value={part.description}
          onChange={(description) => onChange({ description })}
          isRequired
        />
        <QuantityField
          label={t("settings.prices.quantity")}
          name={`${name}.quantity`}
          value={part.quantity}
          onChange={(quantity) => onChange({ quantity })}
          error={missing(part.quantity, isTried)}
        />
        <UnitPriceField
          label={t("settings.prices.price")}
          name={`${name}.unitPrice`}
          value={part.unitPrice}
          onChange={(price) => onChange({ unitPrice: price })}
          error={missing(part.unitPrice, isTried)}
        />
        {onRemove ? (
          <IconButton
            icon={Trash2}
            label={t("settings.prices.removePart", { place })}
            onPress={onRemove}
          />
        ) : (
          <span />
        )}
      </div>
      <TaxFields
        tax={part.tax}
        onChange={(tax) => onChange({ tax })}
        name={`${name}.tax`}
        isTried={isTried}
      />
    </fieldset>
  );
}
