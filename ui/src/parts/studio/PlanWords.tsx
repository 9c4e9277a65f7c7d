import { t } from "@/lib/i18n";
import type { DunningPolicy, StepTime } from "@/lib/ipc/bindings.gen";
import { stepIcons } from "../stepIcons";
import css from "./Studio.module.css";

function whenWords(at: StepTime): string {
  switch (at.from) {
    case "due":
      return at.days < 0
        ? t("studio.plan.before", { days: -at.days })
        : t("studio.plan.after", { days: at.days });
    case "previous":
      return t("studio.plan.afterPrevious", { days: at.days });
    case "deadline":
      return t("studio.plan.afterDeadline", { days: at.days });
  }
}

/** The follow-up plan as it will happen, in words. */
export function PlanWords({ policy }: { policy: DunningPolicy }) {
  if (policy.steps.length === 0) return <p>{t("studio.plan.none")}</p>;
  return (
    <ol className={css.plan}>
      {policy.steps.map((step, place) => {
        const Icon = stepIcons[step.kind];
        return (
          <li key={`${place} ${step.kind}`}>
            <span className={css.planWhen}>{whenWords(step.at)}</span>
            <span className={css.planDisc}>
              <Icon className="icon" aria-hidden />
            </span>
            <div>
              <b>{t(`records.step.${step.kind}`)}</b>
              <p>
                {t(`studio.plan.${step.kind}`)}{" "}
                {step.deadlineDays > 0 && t("studio.plan.deadline", { days: step.deadlineDays })}{" "}
                {step.minimumWaitDays > 1 && t("studio.plan.wait", { days: step.minimumWaitDays })}{" "}
                {step.repeat !== null &&
                  t("studio.plan.repeat", {
                    times: step.repeat.atMost,
                    days: step.repeat.everyDays,
                  })}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
