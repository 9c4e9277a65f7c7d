import { Switch } from "@/components";
import { t } from "@/lib/i18n";
import type { EnvelopeChoice, PageArea } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import css from "./EnvelopeWindow.module.css";

/** The envelope that papers of this business are posted in; null where nothing is posted. */
export function useEnvelope(
  business: { address: { country: string }; paper: "a4" | "letter"; envelope: string } | null,
): EnvelopeChoice | null {
  const choices = useQueryCommand(
    "brand.choices",
    { country: business?.address.country ?? "", paper: business?.paper ?? "a4" },
    { enabled: business !== null, keepPrevious: true },
  ).data;
  if (business === null || choices === undefined || business.envelope === "none") return null;
  const find = (id: string | null) => choices.envelopes.find((envelope) => envelope.id === id);
  return find(business.envelope) ?? find(choices.usual) ?? null;
}

/** The envelope of the business as it is saved. */
export function useOwnEnvelope(): EnvelopeChoice | null {
  return useEnvelope(useQueryCommand("business.get", {}).data?.business ?? null);
}

const corners = ({ left, top, right, bottom }: PageArea) =>
  `M${left} ${top}H${right}V${bottom}H${left}Z`;

const box = ({ left, top, right, bottom }: PageArea) => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
});

/** The paper of the envelope over the page, with its window, what surely shows in it, and the folds. */
export function EnvelopeWindow({ envelope }: { envelope: EnvelopeChoice }) {
  const { pageWidth, pageHeight, window, safe, folds } = envelope.overlay;
  const sheet = { left: 0, top: 0, right: pageWidth, bottom: folds[0] ?? pageHeight };
  return (
    <svg
      className={css.overlay}
      viewBox={`0 0 ${pageWidth} ${pageHeight}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t("parts.envelope.drawn", { name: envelope.name })}
    >
      <path className={css.cover} fillRule="evenodd" d={corners(sheet) + corners(window)} />
      <rect className={css.window} {...box(window)} />
      <rect className={css.safe} {...box(safe)} />
      {folds.map((fold) => (
        <line key={fold} className={css.fold} x1={0} x2={pageWidth} y1={fold} y2={fold} />
      ))}
    </svg>
  );
}

interface SwitchProps {
  envelope: EnvelopeChoice;
  isShown: boolean;
  onChange: (isShown: boolean) => void;
}

export function EnvelopeSwitch({ envelope, isShown, onChange }: SwitchProps) {
  return (
    <Switch
      isSelected={isShown}
      onChange={onChange}
      note={isShown ? t("parts.envelope.legend", { name: envelope.name }) : undefined}
    >
      {t("parts.envelope.show")}
    </Switch>
  );
}
