import { Check, ImageUp, Sparkles, Trash2 } from "lucide-react";
import { useState } from "react";
import { Radio, RadioGroup, Label } from "react-aria-components";
import { Button, Chip, ErrorNotice, Segmented, Select, TextField } from "@/components";
import { t } from "@/lib/i18n";
import { host } from "@/lib/ipc/host";
import { decimalString, money } from "@/lib/format";
import type { Business } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { townFirst } from "../countries";
import { isColour } from "./accent";
import { PaperField } from "./BusinessFields";
import { languageLabel } from "./country";
import css from "./Studio.module.css";
import { type BusinessForm, type PictureKind, usePicture } from "./useBusiness";

const letterheads = ["classic", "plain", "bold"] as const;

interface PictureFieldProps {
  form: BusinessForm;
  which: PictureKind;
  onSaved?: (has: boolean) => void;
}

/** A picture is taken over at once: what is shown is what is stored. */
export function PictureField({ form, which, onSaved }: PictureFieldProps) {
  const isThere = which === "logo" ? form.hasLogo : form.hasSignature;
  const command = form.pictureCommands[which];
  const picture = usePicture(which, isThere);
  const [isOpen, setOpen] = useState(false);
  const pick = async () => {
    setOpen(true);
    try {
      const file = await host().pickFile(which);
      if (file !== null && (await form.savePicture(which, file))) onSaved?.(true);
    } catch {
      // The picker was closed by the system; nothing was chosen.
    } finally {
      setOpen(false);
    }
  };
  const remove = async () => {
    if (await form.savePicture(which, null)) onSaved?.(false);
  };
  return (
    <div role="group" aria-label={t(`studio.${which}`)}>
      <div className={css.fieldLabel}>{t(`studio.${which}`)}</div>
      <div className={css.logoBox}>
        <span className={css.logoSheet}>
          {picture === null ? (
            <ImageUp className="icon" aria-hidden />
          ) : (
            <img src={picture} alt={t(`studio.${which}.yours`)} />
          )}
        </span>
        <div className={css.logoActs}>
          <p>{t(`studio.${which}.note`)}</p>
          <div className={css.buttons}>
            <Button onPress={() => void pick()} isPending={isOpen || command.isPending}>
              {isThere ? t("studio.picture.replace") : t(`studio.${which}.choose`)}
            </Button>
            {isThere && (
              <Button kind="quiet" icon={Trash2} onPress={() => void remove()}>
                {t("studio.picture.remove")}
              </Button>
            )}
          </div>
        </div>
      </div>
      {command.error && (
        <div className={css.under}>
          <ErrorNotice error={command.error} />
        </div>
      )}
    </div>
  );
}

export function AccentField({ form }: { form: BusinessForm }) {
  const { facts, change } = form;
  const request = { country: facts.address.country, paper: facts.paper };
  const choices = useQueryCommand("brand.choices", request, { keepPrevious: true }).data;
  const accents = choices?.accents ?? [];
  const chosen = accents.find((colour) => colour === facts.accent.toLowerCase()) ?? null;
  return (
    <div className={css.accent}>
      <RadioGroup
        value={chosen}
        onChange={(accent) => change({ accent })}
        orientation="horizontal"
        className={css.swatchGroup ?? ""}
      >
        <Label className={css.fieldLabel ?? ""}>{t("studio.accent")}</Label>
        <div className={css.swatches}>
          {accents.map((colour, place) => (
            <Radio
              key={colour}
              value={colour}
              className={css.swatch ?? ""}
              style={{ backgroundColor: colour }}
              aria-label={t("studio.accent.choice", { place: place + 1, colour })}
            >
              {({ isSelected }) => (isSelected ? <Check className="icon" aria-hidden /> : null)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div className={css.hex}>
        <TextField
          label={t("studio.accent.own")}
          name="business.accent"
          value={facts.accent}
          onChange={(accent) => change({ accent })}
          maxLength={7}
          error={!isColour(facts.accent) ? t("studio.accent.wrong") : null}
        />
      </div>
      <ContrastNote accent={facts.accent} />
    </div>
  );
}

/** The design of the head of every paper. */
export function LetterheadField({ form }: { form: BusinessForm }) {
  const { facts, change } = form;
  return (
    <div className={css.inlineField}>
      <Segmented
        label={t("studio.design")}
        name="business.letterhead"
        value={facts.letterhead}
        onChange={(letterhead) => change({ letterhead })}
        description={t(`studio.design.${facts.letterhead}.note`)}
        choices={letterheads.map((id) => ({ id, label: t(`studio.design.${id}`) }))}
      />
    </div>
  );
}

/** Sheet, envelope and language of papers. */
export function PostFields({ form }: { form: BusinessForm }) {
  const { facts, change } = form;
  const choices = useQueryCommand(
    "brand.choices",
    { country: facts.address.country, paper: facts.paper },
    { keepPrevious: true },
  ).data;
  const envelopes = choices?.envelopes ?? [];
  const usual = envelopes.find((envelope) => envelope.id === choices?.usual);
  const chosen = envelopes.find((envelope) => envelope.id === facts.envelope) ?? usual;
  const tags = choices?.languages ?? [];
  const languages = tags.includes(facts.language) ? tags : [facts.language, ...tags];
  return (
    <>
      {/* Another sheet goes into another envelope. */}
      <PaperField facts={facts} onChange={(part) => change({ ...part, envelope: "" })} />
      <Select
        label={t("studio.envelope")}
        name="business.envelope"
        value={facts.envelope}
        onChange={(envelope) => change({ envelope })}
        description={
          chosen !== undefined && chosen.source !== "" && facts.envelope !== "none"
            ? t("studio.envelope.source", { source: chosen.source })
            : facts.envelope === "none"
              ? t("studio.envelope.noneNote")
              : t("studio.envelope.note")
        }
        choices={[
          {
            id: "",
            label: t("studio.envelope.usual", { name: usual?.name ?? "" }),
          },
          ...envelopes.map(({ id, name }) => ({ id, label: name })),
          { id: "none", label: t("studio.envelope.none") },
        ]}
      />
      <Select
        label={t("studio.language")}
        name="business.language"
        value={facts.language}
        onChange={(language) => change({ language })}
        description={t("studio.language.note")}
        choices={languages.map((id) => ({ id, label: languageLabel(id) }))}
      />
    </>
  );
}

/** What papers make of an accent; nothing while it is no colour. */
function usePrinted(accent: string) {
  const isAsked = isColour(accent);
  const view = useQueryCommand("brand.accent", { accent: accent.trim() }, { enabled: isAsked });
  return isAsked ? view.data : undefined;
}

function ContrastNote({ accent }: { accent: string }) {
  const view = usePrinted(accent);
  if (view === undefined) return null;
  const ratio = decimalString(Math.floor(view.contrast / 10), 1);
  return (
    <p className={css.contrast}>
      {!view.isDarkened ? (
        <Chip tone="good" icon={Check}>
          {t("studio.accent.reads", { ratio })}
        </Chip>
      ) : (
        <>
          <Chip tone="calm" icon={Sparkles}>
            {t("studio.accent.pale", { ratio })}
          </Chip>
          <span>{t("studio.accent.darkened")}</span>
        </>
      )}
    </p>
  );
}

/** The head of an invoice as it is being described, small. The papers themselves are drawn by the program. */
export function Letterhead({ facts, hasLogo }: { facts: Business; hasLogo: boolean }) {
  const logo = usePicture("logo", hasLogo);
  const accent = usePrinted(facts.accent)?.printed;
  const { address, bank } = facts;
  const known = facts.tradingName.trim() || facts.name.trim();
  const place = (
    townFirst.has(address.country)
      ? [address.city, address.postcode]
      : [address.postcode, address.city]
  )
    .map((part) => part.trim())
    .filter(Boolean)
    .join(" ");
  const lines = [
    ...address.lines,
    place,
    facts.email,
    facts.phone,
    facts.vatId === "" ? "" : t("studio.letterhead.vat", { id: facts.vatId }),
  ].filter((line) => line.trim() !== "");
  const account = bank.iban || [bank.routing, bank.accountNumber].filter(Boolean).join("  ");
  return (
    <figure className={css.letterhead} aria-label={t("studio.letterhead.label")}>
      <div className={css.sheet} data-paper={facts.paper}>
        <div className={css.sheetHead}>
          <div>
            {logo !== null && (
              <img src={logo} alt={t("studio.logo.yours")} className={css.sheetLogo} />
            )}
            {(logo === null || known !== "") && (
              <b data-empty={known === "" ? "" : undefined}>
                {known === "" ? t("studio.letterhead.name") : known}
              </b>
            )}
          </div>
          <address>
            {lines.length === 0 ? (
              <>
                <i aria-hidden />
                <i aria-hidden />
                <i aria-hidden />
              </>
            ) : (
              lines.map((line, place) => <span key={place}>{line}</span>)
            )}
          </address>
        </div>
        <p className={css.sheetTitle} style={{ color: accent }}>
          {t("studio.letterhead.invoice")}
        </p>
        <div className={css.sheetLines} aria-hidden>
          <i />
          <i />
          <i />
        </div>
        <div className={css.sheetTotal} style={{ borderColor: accent }}>
          <span>{t("studio.letterhead.total")}</span>
          <b className="num">{money({ minor: 0, currency: facts.currency })}</b>
        </div>
        {account !== "" && (
          <p className={css.sheetPay}>
            {t("studio.letterhead.pay", { account, days: facts.paymentDays })}
          </p>
        )}
      </div>
      <figcaption>{t("studio.letterhead.note")}</figcaption>
    </figure>
  );
}
