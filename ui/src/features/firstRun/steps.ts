import type { BusinessView } from "@/lib/ipc/bindings.gen";

export const steps = ["you", "look", "paid", "numbers", "ask"] as const;
export type Step = (typeof steps)[number];

/** Where a first run that was left goes on: after what was saved. */
export function firstOpenStep(view: BusinessView): Step {
  const { business } = view;
  if (business === null) return "you";
  const hasAccount = business.bank.iban !== "" || business.bank.accountNumber !== "";
  return hasAccount ? "numbers" : "look";
}
