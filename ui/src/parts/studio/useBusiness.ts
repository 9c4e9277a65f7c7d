// Editing the business: one copy of its facts in hand, saved whole under the version it was read at.
import { useEffect, useMemo, useState } from "react";
import type { Address, BankAccount, Business, BusinessView } from "@/lib/ipc/bindings.gen";
import type { PickedFile } from "@/lib/ipc/host";
import { type MutationCommand, useBytesCommand, useMutationCommand } from "@/lib/ipc/hooks";
import { defaultAccent } from "./accent";
import { countryOfZone, habitsOf } from "./country";

export interface BusinessForm {
  facts: Business;
  hasLogo: boolean;
  hasSignature: boolean;
  change: (part: Partial<Business>) => void;
  changeAddress: (part: Partial<Address>) => void;
  changeBank: (part: Partial<BankAccount>) => void;
  /** Saves everything in hand; false when it was refused, and the refusal is in `command.error`. */
  save: (more?: Partial<Business>) => Promise<boolean>;
  /** Saves a new picture, or takes it away, with the facts as they were last saved. */
  savePicture: (which: PictureKind, picture: PickedFile | null) => Promise<boolean>;
  command: MutationCommand<"business.save">;
  pictureCommands: Readonly<Record<PictureKind, MutationCommand<"business.save">>>;
}

export type PictureKind = "logo" | "signature";

interface Pictures {
  logoToken: string | null;
  removeLogo: boolean;
  signatureToken: string | null;
  removeSignature: boolean;
}

const asTheyAre: Pictures = {
  logoToken: null,
  removeLogo: false,
  signatureToken: null,
  removeSignature: false,
};

const noAccount: BankAccount = {
  holder: "",
  bank: "",
  iban: "",
  bic: "",
  accountNumber: "",
  routing: "",
  reference: "by_account",
  paymentLink: "",
  chequePayableTo: "",
};

/** What a first run starts with: as much as the machine knows. */
export function firstFacts(timeZone: string): Business {
  const country = countryOfZone(timeZone);
  const { currency, paper, language } = habitsOf(country === "" ? "GB" : country);
  return {
    name: "",
    tradingName: "",
    address: { lines: [], postcode: "", city: "", region: "", country },
    email: "",
    phone: "",
    website: "",
    vatId: "",
    taxNumber: "",
    registration: { legalForm: "", companyNumber: "", register: "", capital: "" },
    currency,
    timeZone,
    paper,
    language,
    bank: noAccount,
    paymentDays: 14,
    accent: defaultAccent,
    letterhead: "classic",
    envelope: "",
  };
}

export function useBusinessForm(view: BusinessView): BusinessForm {
  const command = useMutationCommand("business.save");
  const pictureCommands = {
    logo: useMutationCommand("business.save"),
    signature: useMutationCommand("business.save"),
  };
  const [facts, setFacts] = useState<Business>(
    () => view.business ?? firstFacts(view.suggestedTimeZone),
  );
  // What was read or written last: a change made elsewhere meanwhile is refused, never overwritten.
  const [saved, setSaved] = useState({ version: view.version, facts: view.business });

  const send = async (
    through: MutationCommand<"business.save">,
    business: Business,
    pictures: Pictures,
  ) => {
    try {
      const { version } = await through.run({
        expectedVersion: saved.version,
        business,
        ...pictures,
      });
      setSaved({ version, facts: business });
      return true;
    } catch {
      return false;
    }
  };
  return {
    facts,
    hasLogo: view.hasLogo,
    hasSignature: view.hasSignature,
    change: (part) => setFacts((before) => ({ ...before, ...part })),
    changeAddress: (part) =>
      setFacts((before) => ({ ...before, address: { ...before.address, ...part } })),
    changeBank: (part) => setFacts((before) => ({ ...before, bank: { ...before.bank, ...part } })),
    save: (more = {}) => {
      const business = withoutEmptyLines({ ...facts, ...more });
      return send(command, business, asTheyAre);
    },
    savePicture: (which, picture) => {
      const token = picture?.token ?? null;
      const isTakenOff = picture === null;
      const change: Partial<Pictures> =
        which === "logo"
          ? { logoToken: token, removeLogo: isTakenOff }
          : { signatureToken: token, removeSignature: isTakenOff };
      const business = saved.facts ?? withoutEmptyLines(facts);
      return send(pictureCommands[which], business, { ...asTheyAre, ...change });
    },
    command,
    pictureCommands,
  };
}

function withoutEmptyLines(business: Business): Business {
  const lines = business.address.lines.filter((line) => line.trim() !== "");
  return { ...business, address: { ...business.address, lines } };
}

/** The stored picture as an address that an image can show; null while there is none. */
export function usePicture(which: PictureKind, isThere: boolean): string | null {
  const bytes = useBytesCommand(`business.${which}`, {}, { enabled: isThere }).data;
  const address = useMemo(
    () =>
      isThere && bytes !== undefined
        ? URL.createObjectURL(new Blob([bytes], { type: typeOf(bytes) }))
        : null,
    [bytes, isThere],
  );
  useEffect(
    () => () => {
      if (address !== null) URL.revokeObjectURL(address);
    },
    [address],
  );
  return address;
}

/** A drawing has to be named as one; the kinds of photographs are told by the image itself. */
function typeOf(bytes: Uint8Array): string {
  const start = new TextDecoder().decode(bytes.slice(0, 1024));
  return start.includes("<svg") ? "image/svg+xml" : "image/png";
}
