import { Check } from "lucide-react";
import { useState } from "react";
import { useStatus } from "@/app";
import { ErrorNotice, PageHeader, Skeleton } from "@/components";
import { t } from "@/lib/i18n";
import type { BusinessView } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { Letterhead } from "@/parts/studio/LookFields";
import { useBusinessForm } from "@/parts/studio/useBusiness";
import { AskStep } from "./ask";
import { LookStep, PaidStep, YouStep } from "./business";
import css from "./FirstRun.module.css";
import { NumbersStep } from "./numbers";
import { firstOpenStep, type Step, steps } from "./steps";

export function FirstRunPage() {
  const query = useQueryCommand("business.get", {});
  const status = useStatus();
  // A new language of papers draws the window anew, while the answer is still the one before the save.
  const [isRead, setRead] = useState(false);
  const isFresh = query.data !== undefined && !query.isFetching;
  if (isFresh && !isRead) setRead(true);
  if (query.isError) {
    return (
      <div className={css.notice}>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (query.data === undefined || status === undefined || !isRead) return <Skeleton lines={6} />;
  return <FirstRun view={query.data} />;
}

function FirstRun({ view }: { view: BusinessView }) {
  const form = useBusinessForm(view);
  const [step, setStep] = useState<Step>(() => firstOpenStep(view));
  const place = steps.indexOf(step);
  const next = () => setStep(steps[place + 1] ?? "ask");
  const back = place > 0 ? () => setStep(steps[place - 1] ?? "you") : undefined;
  const showsPaper = step === "you" || step === "look" || step === "paid";
  return (
    <div className={css.room}>
      <header className={css.top}>
        <span className={css.lamp} aria-hidden />
        <b>{t("common.appName")}</b>
        <Progress step={step} />
      </header>
      <div className={css.columns} data-single={showsPaper ? undefined : ""}>
        <div className={css.step} key={step}>
          <PageHeader
            title={t(`firstRun.${step}.title`)}
            subtitle={t(`firstRun.${step}.subtitle`)}
            windowTitle={t("firstRun.title")}
          />
          <div className={css.body}>
            {step === "you" && <YouStep form={form} onNext={next} />}
            {step === "look" && <LookStep form={form} onNext={next} onBack={back} />}
            {step === "paid" && <PaidStep form={form} onNext={next} onBack={back} />}
            {step === "numbers" && <NumbersStep onNext={next} onBack={back} />}
            {step === "ask" && <AskStep onBack={back} />}
          </div>
        </div>
        {showsPaper && (
          <aside className={css.paper} aria-label={t("studio.letterhead.label")}>
            <Letterhead facts={form.facts} hasLogo={form.hasLogo} />
          </aside>
        )}
      </div>
    </div>
  );
}

function Progress({ step }: { step: Step }) {
  const at = steps.indexOf(step);
  return (
    <ol className={css.progress} aria-label={t("firstRun.progress")}>
      {steps.map((id, place) => (
        <li
          key={id}
          aria-current={id === step ? "step" : undefined}
          data-done={place < at ? "" : undefined}
        >
          <span className={css.mark} aria-hidden>
            {place < at && <Check />}
          </span>
          {t(`firstRun.${id}.short`)}
          {place < at && <span className="sr-only">{t("firstRun.done")}</span>}
        </li>
      ))}
    </ol>
  );
}
