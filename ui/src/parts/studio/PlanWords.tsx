import { Mail, Phone, ScrollText } from "lucide-react";
import { t } from "@/lib/i18n";
import type { DunningPolicy, StepKind } from "@/lib/ipc/bindings.gen";
import css from "./Studio.module.css";

const icons: Record<StepKind, typeof Mail> = {
  friendly_reminder: Mail,
  call: Phone,
  formal_demand: ScrollText,
};

/** The follow-up plan as it will happen, in words. */
export function PlanWords({ policy }: { policy: DunningPolicy }) {
  return (
    <ol className={css.plan}>
      {policy.steps.map((step) => {
        const Icon = icons[step.kind];
        return (
          <li key={step.kind}>
            <span className={css.planWhen}>
              {t("studio.plan.after", { days: step.daysAfterDue })}
            </span>
            <span className={css.planDisc}>
              <Icon className="icon" aria-hidden />
            </span>
            <div>
              <b>{t(`records.step.${step.kind}`)}</b>
              <p>
                {t(`studio.plan.${step.kind}`)}{" "}
                {step.deadlineDays > 0 && t("studio.plan.deadline", { days: step.deadlineDays })}{" "}
                {step.minimumWaitDays > 0 && t("studio.plan.wait", { days: step.minimumWaitDays })}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
