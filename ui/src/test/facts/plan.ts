import type { DunningPolicy, DunningStep, StepKind } from "@/lib/ipc/bindings.gen";

function step(kind: StepKind, days: number, part: Partial<DunningStep> = {}): DunningStep {
  return {
    kind,
    at: { from: "due", days },
    channel: "email",
    tone: "friendly",
    minimumWaitDays: 1,
    deadlineDays: 0,
    approval: "prepared",
    repeat: null,
    workingDaysOnly: true,
    ...part,
  };
}

/** A short plan: a reminder, a call after a week, a demand after a month. */
export const plan: DunningPolicy = {
  id: "standard",
  name: "standard",
  version: 2,
  steps: [
    step("friendly_reminder", 1),
    step("call", 7, { channel: "call", minimumWaitDays: 3 }),
    step("formal_demand", 30, { channel: "letter", minimumWaitDays: 7, deadlineDays: 14 }),
  ],
};
