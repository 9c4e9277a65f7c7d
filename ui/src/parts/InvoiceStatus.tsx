import {
  CalendarClock,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CirclePercent,
  CircleSlash,
  type LucideIcon,
} from "lucide-react";
import { Chip, type Tone } from "@/components";
import { t } from "@/lib/i18n";
import type { InvoiceStatus } from "@/lib/ipc/bindings.gen";

const looks: Record<InvoiceStatus, [Tone, LucideIcon]> = {
  draft: ["plain", CircleDashed],
  open: ["calm", CircleDot],
  part_paid: ["calm", CirclePercent],
  due_today: ["warn", CalendarClock],
  overdue: ["hot", CircleAlert],
  paid: ["good", CircleCheck],
  written_off: ["plain", CircleSlash],
};

export function statusWords(status: InvoiceStatus, daysLate: number): string {
  return status === "overdue" && daysLate > 0
    ? t("parts.status.late", { days: daysLate })
    : t(`parts.status.${status}`);
}

export function InvoiceStatusChip({
  status,
  daysLate,
}: {
  status: InvoiceStatus;
  daysLate: number;
}) {
  const [tone, icon] = looks[status];
  return (
    <Chip tone={tone} icon={icon}>
      {statusWords(status, daysLate)}
    </Chip>
  );
}
