import {
  Building2,
  CircleAlert,
  FilePlus,
  Landmark,
  type LucideIcon,
  Store,
  TriangleAlert,
  UserRound,
} from "lucide-react";
import { Chip, type Tone } from "@/components";
import { t } from "@/lib/i18n";
import type { ClientKind, JobFlag } from "@/lib/ipc/bindings.gen";

const flags: Record<JobFlag, { tone: Tone; icon: LucideIcon }> = {
  not_invoiced: { tone: "calm", icon: FilePlus },
  at_risk: { tone: "warn", icon: TriangleAlert },
  overdue: { tone: "hot", icon: CircleAlert },
};

export function JobFlagChip({ flag }: { flag: JobFlag }) {
  return (
    <Chip tone={flags[flag].tone} icon={flags[flag].icon}>
      {t(`records.jobFlag.${flag}`)}
    </Chip>
  );
}

export const clientKindIcons: Record<ClientKind, LucideIcon> = {
  consumer: UserRound,
  sole_trader: Store,
  company: Building2,
  public_body: Landmark,
};

export function ClientKindChip({ kind }: { kind: ClientKind }) {
  return <Chip icon={clientKindIcons[kind]}>{t(`records.clientKind.${kind}`)}</Chip>;
}

/** How late, in the accent: it is what needs the owner. */
export function LateChip({ days }: { days: number }) {
  return (
    <Chip tone="hot" icon={CircleAlert}>
      {t("records.late", { days })}
    </Chip>
  );
}
