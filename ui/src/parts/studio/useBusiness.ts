// Editing the business: one copy of its facts in hand, saved whole under the version it was read at.
import { useEffect, useMemo, useState } from "react";
import type { Address, BankAccount, Business, BusinessView } from "@/lib/ipc/bindings.gen";
import type { PickedFile } from "@/lib/ipc/host";
import { type MutationCommand, useBytesCommand, useMutationCommand } from "@/lib/ipc/hooks";
import { defaultAccent, parseColour } from "./accent";
import { countryOfZone, habitsOf } from "./country";

export interface BusinessForm {
  facts: Business;
  hasLogo: boolean;
  change: (part: Partial<Business>) => void;
  changeAddress: (part: Partial<Address>) => void;
  changeBank: (part: Partial<BankAccount>) => void;
  /** Saves everything in hand; false when it was refused, and the refusal is in `command.error`. */
  save: (more?: Partial<Business>) => Promise<boolean>;
  /** Saves a new logo, or takes it away, with the facts as they were last saved. */
  saveLogo: (logo: PickedFile | null) => Promise<boolean>;
  command: MutationCommand<"business.save">;
  logoCommand: MutationCommand<"business.save">;
}

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
  const logoCommand = useMutationCommand("business.save");
  const [facts, setFacts] = useState<Business>(
    () => view.business ?? firstFacts(view.suggestedTimeZone),
  );
  // What was read or written last: a change made elsewhere meanwhile is refused, never overwritten.
  const [saved, setSaved] = useState({ version: view.version, facts: view.business });

  const send = async (
    through: MutationCommand<"business.save">,
    business: Business,
    logo: { logoToken: string | null; removeLogo: boolean },
  ) => {
    try {
      const { version } = await through.run({ expectedVersion: saved.version, business, ...logo });
      setSaved({ version, facts: business });
      return true;
    } catch {
      return false;
    }
  };
  return {
    facts,
    hasLogo: view.hasLogo,
    change: (part) => setFacts((before) => ({ ...before, ...part })),
    changeAddress: (part) =>
      setFacts((before) => ({ ...before, address: { ...before.address, ...part } })),
    changeBank: (part) => setFacts((before) => ({ ...before, bank: { ...before.bank, ...part } })),
    save: (more = {}) => {
      const business = withoutEmptyLines({ ...facts, ...more });
      return send(command, business, { logoToken: null, removeLogo: false });
    },
    saveLogo: (logo) =>
      send(logoCommand, saved.facts ?? withoutEmptyLines(facts), {
        logoToken: logo?.token ?? null,
        removeLogo: logo === null,
      }),
    command,
    logoCommand,
  };
}

function withoutEmptyLines(business: Business): Business {
  const lines = business.address.lines.filter((line) => line.trim() !== "");
  return { ...business, address: { ...business.address, lines } };
}

/** The stored logo as an address that an image can show; null while there is none. */
export function useLogo(hasLogo: boolean): string | null {
  const bytes = useBytesCommand("business.logo", {}, { enabled: hasLogo }).data;
  const address = useMemo(
    () =>
      hasLogo && bytes !== undefined
        ? URL.createObjectURL(new Blob([bytes], { type: "image/png" }))
        : null,
    [bytes, hasLogo],
  );
  useEffect(
    () => () => {
      if (address !== null) URL.revokeObjectURL(address);
    },
    [address],
  );
  return address;
}

export function isColour(text: string): boolean {
  return parseColour(text) !== null;
}
