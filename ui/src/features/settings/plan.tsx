import { Card, ErrorNotice, Skeleton } from "@/components";
import { t } from "@/lib/i18n";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { PlanWords } from "@/parts/studio/PlanWords";
import css from "./Settings.module.css";

/** Read only: there is one plan so far, and a case keeps the plan it began with. */
export function PlanSection() {
  const query = useQueryCommand("policy.get", {});
  if (query.isError)
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton lines={4} />;
  return (
    <>
      <Card className={css.planCard ?? ""}>
        <PlanWords policy={query.data.policy} />
      </Card>
      <ul className={css.promises}>
        {(["prepared", "oneAtATime", "checked", "pause"] as const).map((id) => (
          <li key={id}>{t(`settings.plan.${id}`)}</li>
        ))}
      </ul>
      <p className={css.quiet}>{t("settings.plan.law")}</p>
    </>
  );
}
