import { useContext, useState } from "react";
import { Group, Input, TextField as AriaTextField } from "react-aria-components";
import { currencyExponent } from "@/lib/format";
import { t } from "@/lib/i18n";
import { editText, type Parsed, parseScaled } from "@/lib/parse";
import css from "./Field.module.css";
import { FieldFrame, type FieldProps, invalid } from "./FieldFrame";
import { FormAttempts } from "./formContext";
import { names } from "./names";

interface ScaledProps extends FieldProps {
  /** The integer the program knows; null while empty or not a number. */
  value: number | null;
  onChange: (value: number | null) => void;
  onBlur?: () => void;
  placeholder?: string;
}

interface ScaledFieldProps extends ScaledProps {
  decimals: number;
  /** How many decimals are written even when they are zero. */
  fewestDecimals?: number;
  prefix?: string;
  suffix?: string;
  min?: number;
  max?: number;
  step?: number;
}

function problemOf(
  parsed: Parsed,
  { decimals, min, max, fewestDecimals }: ScaledFieldProps,
): string | null {
  if (!parsed.ok) {
    if (parsed.reason === "empty") return null;
    if (parsed.reason === "precision") return t("common.number.precision", { decimals });
    if (parsed.reason === "size") return t("common.number.size");
    return t("common.number.shape", {
      example: editText(125 * 10 ** decimals, decimals, fewestDecimals),
    });
  }
  const { units } = parsed;
  if (min !== undefined && units < min)
    return t("common.number.min", { min: editText(min, decimals) });
  if (max !== undefined && units > max)
    return t("common.number.max", { max: editText(max, decimals) });
  return null;
}

/**
 * A number kept as a scaled integer. What was typed stays as typed until the field is left; a text
 * that cannot be read gives null, never the last number that could.
 */
function ScaledField(props: ScaledFieldProps) {
  const {
    label,
    description,
    error,
    hideLabel,
    value,
    onChange,
    decimals,
    fewestDecimals = 0,
  } = props;
  const attempts = useContext(FormAttempts);
  const [typed, setTyped] = useState<string | null>(null);
  const [leftAt, setLeftAt] = useState<number | null>(null);

  const parsed: Parsed = typed === null ? { ok: true, units: 0 } : parseScaled(typed, decimals);
  const problem = typed === null ? null : problemOf(parsed, props);
  const isShown = leftAt !== null || attempts > 0;
  const shownError = error ?? (isShown ? problem : null);
  const shown = typed ?? (value === null ? "" : editText(value, decimals, fewestDecimals));

  const type = (text: string) => {
    setTyped(text);
    setLeftAt(null);
    const read = parseScaled(text, decimals);
    onChange(read.ok && problemOf(read, props) === null ? read.units : null);
  };
  const leave = () => {
    setLeftAt(attempts);
    if (problem === null) setTyped(null);
    props.onBlur?.();
  };
  const nudge = (by: number) => {
    const next = (value ?? 0) + by * (props.step ?? 1);
    if (
      (props.min !== undefined && next < props.min) ||
      (props.max !== undefined && next > props.max)
    )
      return;
    setTyped(null);
    onChange(next);
  };

  return (
    <AriaTextField
      name={props.name}
      value={shown}
      onChange={type}
      onBlur={leave}
      isRequired={props.isRequired}
      isDisabled={props.isDisabled}
      isReadOnly={props.isReadOnly}
      autoFocus={props.autoFocus}
      inputMode="decimal"
      autoComplete="off"
      validationBehavior="aria"
      {...invalid(shownError)}
      className={css.field ?? ""}
      onKeyDown={(event) => {
        if (props.step === undefined || (event.key !== "ArrowUp" && event.key !== "ArrowDown"))
          return;
        event.preventDefault();
        nudge(event.key === "ArrowUp" ? 1 : -1);
      }}
    >
      <FieldFrame
        {...{ label, description, hideLabel }}
        error={shownError}
        isRequired={props.isRequired}
      >
        <Group className={names(css.control, css.group, css.end)}>
          {props.prefix && <span className={css.affix}>{props.prefix}</span>}
          <Input
            placeholder={props.placeholder}
            data-entry-problem={problem === null ? undefined : ""}
          />
          {props.suffix && <span className={css.affix}>{props.suffix}</span>}
        </Group>
      </FieldFrame>
    </AriaTextField>
  );
}

interface NumberFieldProps extends ScaledProps {
  min?: number;
  max?: number;
  step?: number;
  suffix?: string;
}

/** A whole number; arrows up and down change it by `step`. */
export function NumberField({ step = 1, ...rest }: NumberFieldProps) {
  return <ScaledField {...rest} step={step} decimals={0} />;
}

interface MoneyFieldProps extends ScaledProps {
  currency: string;
  min?: number;
  max?: number;
  /** Leaves out the currency where the column head names it. */
  bare?: boolean;
}

/** Minor units in, minor units out. */
export function MoneyField({ currency, bare, ...rest }: MoneyFieldProps) {
  return (
    <ScaledField
      {...rest}
      decimals={currencyExponent(currency)}
      fewestDecimals={currencyExponent(currency)}
      prefix={bare === true ? undefined : currency}
    />
  );
}

/** Ten-thousandths of the currency's unit in and out: prices of one may be finer than amounts. */
export function UnitPriceField({
  currency,
  ...rest
}: ScaledProps & { currency?: string; min?: number; max?: number }) {
  return <ScaledField {...rest} decimals={4} fewestDecimals={2} prefix={currency} />;
}

/** Parts per million in and out; the text is per cent. */
export function PercentField(props: ScaledProps & { min?: number; max?: number }) {
  return <ScaledField {...props} decimals={4} suffix="%" />;
}

/** Thousandths in and out, for quantities such as 1.5 hours. */
export function QuantityField(props: ScaledProps & { min?: number; max?: number }) {
  return <ScaledField {...props} decimals={3} />;
}
