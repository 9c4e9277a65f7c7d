import { FileInput } from "lucide-react";
import { Chip } from "@/components";
import { t } from "@/lib/i18n";

/** Marks an invoice that was made elsewhere before Safelight. */
export function RecordedChip() {
  return <Chip icon={FileInput}>{t("parts.status.recorded")}</Chip>;
}
