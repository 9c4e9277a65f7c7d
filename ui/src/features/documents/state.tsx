import { CircleCheck, CircleDashed, Lock } from "lucide-react";
import { Chip } from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { DocumentRow } from "@/lib/ipc/bindings.gen";

/** Letters say whether they left the house; nothing else is claimed of them. */
export function DocumentState({ row }: { row: DocumentRow }) {
  if (row.kind === "invoice") return <Chip icon={Lock}>{t("documents.state.issued")}</Chip>;
  if (row.kind === "scan" || row.caseId === null)
    return <Chip icon={Lock}>{t("documents.state.kept")}</Chip>;
  return row.handedOverOn === null ? (
    <Chip icon={CircleDashed}>{t("documents.state.notYet")}</Chip>
  ) : (
    <Chip tone="good" icon={CircleCheck}>
      {t("documents.state.handedOver", { date: date(row.handedOverOn) })}
    </Chip>
  );
}
