import { Button, MoneyField, PercentField, Select, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { DiscountEntry, LineEntry } from "./draftModel";
import css from "./LineGrid.module.css";
import { Spot } from "./problems";
import { needsReason } from "./tax";

interface LineDetailsProps {
  line: LineEntry;
  at: string;
  currency: string;
  canApplyTax: boolean;
  onChange: (part: Partial<LineEntry>) => void;
  onTaxForAll: () => void;
  onClose: () => void;
}

const discounts: readonly DiscountEntry["kind"][] = ["none", "percent", "amount"];

/** The rarer facts of a line: unit, discount, its own tax rate and the reason where no tax is charged. */
export function LineDetails(props: LineDetailsProps) {
  const { line, at, currency, canApplyTax, onChange, onTaxForAll, onClose } = props;
  const { discount, tax } = line;
  const spot = (name: string) => ({ path: `${at}.${name}`, touchKey: `${line.key}.${name}` });
  const setDiscount = (value: number | null) => onChange({ discount: { ...discount, value } });
  return (
    <div className={css.details}>
      <Spot {...spot("unit")}>
        {(error) => (
          <TextField
            label={t("invoices.line.unit")}
            placeholder={t("invoices.line.unitExample")}
            value={line.unit}
            error={error}
            onChange={(unit) => onChange({ unit })}
          />
        )}
      </Spot>
      <Select
        label={t("invoices.line.discount")}
        value={discount.kind}
        choices={discounts.map((id) => ({ id, label: t(`invoices.discount.${id}`) }))}
        onChange={(kind) => onChange({ discount: { kind, value: null } })}
      />
      {discount.kind !== "none" && (
        <Spot {...spot("discount")}>
          {(error) =>
            discount.kind === "percent" ? (
              <PercentField
                label={t("invoices.discount.rate")}
                value={discount.value}
                error={error}
                onChange={setDiscount}
              />
            ) : (
              <MoneyField
                label={t("invoices.discount.sum")}
                currency={currency}
                value={discount.value}
                error={error}
                onChange={setDiscount}
              />
            )
          }
        </Spot>
      )}
      {tax.code === "S" && (
        <Spot {...spot("tax.rate")}>
          {(error) => (
            <PercentField
              label={t("invoices.line.rate")}
              value={tax.rate}
              error={error}
              onChange={(rate) => onChange({ tax: { ...tax, rate } })}
            />
          )}
        </Spot>
      )}
      {tax.code !== "S" && (
        <Spot {...spot("tax.reason")} className={css.wide}>
          {(error) => (
            <TextField
              label={t("invoices.line.reason")}
              description={needsReason(tax.code) ? t("invoices.line.reasonNote") : undefined}
              isRequired={needsReason(tax.code)}
              value={tax.reason}
              error={error}
              onChange={(reason) => onChange({ tax: { ...tax, reason } })}
            />
          )}
        </Spot>
      )}
      <div className={css.detailActs}>
        {canApplyTax && (
          <Button kind="quiet" onPress={onTaxForAll}>
            {t("invoices.line.taxForAll")}
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          {t("invoices.line.hideDetails")}
        </Button>
      </div>
    </div>
  );
}
