import { useState } from "react";
import { useToday } from "@/app";
import { Card, ErrorNotice, Form, Skeleton } from "@/components";
import { t } from "@/lib/i18n";
import type { NumberingView } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { NumberFields, numbersOf, patternProblem } from "@/parts/studio/NumberFields";
import { PlanWords } from "@/parts/studio/PlanWords";
import { StepActs } from "./business";
import css from "./FirstRun.module.css";

interface StepProps {
  onNext: () => void;
  onBack?: (() => void) | undefined;
}

export function NumbersStep(props: StepProps) {
  const query = useQueryCommand("numbering.get", {});
  if (query.isError)
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton lines={4} />;
  return <Numbers view={query.data} {...props} />;
}

function Numbers({ view, onNext, onBack }: StepProps & { view: NumberingView }) {
  const save = useMutationCommand("numbering.save");
  const today = useToday();
  const [numbers, setNumbers] = useState(() => numbersOf(view));
  const submit = async () => {
    const { pattern, yearlyReset, next } = numbers;
    if (next === null || patternProblem(numbers) !== null) return;
    const isSame =
      pattern === view.pattern && yearlyReset === view.yearlyReset && next === view.next;
    try {
      if (!isSame) await save.run({ pattern, yearlyReset, next });
      onNext();
    } catch {
      // Shown by the form through save.error.
    }
  };
  return (
    <Form
      label={t("firstRun.numbers.title")}
      error={save.error}
      onSubmit={() => void submit()}
      actions={<StepActs onBack={onBack} isPending={save.isPending} />}
    >
      <NumberFields
        numbers={numbers}
        onChange={(part) => setNumbers((before) => ({ ...before, ...part }))}
        year={today.slice(0, 4)}
      />
      <Plan />
    </Form>
  );
}

/** How firm: there is one plan so far, so it is told, not asked. */
function Plan() {
  const policy = useQueryCommand("policy.get", {}).data?.policy;
  if (policy === undefined) return null;
  return (
    <section className={css.planPart} aria-label={t("firstRun.plan.title")}>
      <h2>{t("firstRun.plan.title")}</h2>
      <Card className={css.planCard}>
        <PlanWords policy={policy} />
      </Card>
      <p className={css.quiet}>{t("firstRun.plan.note")}</p>
    </section>
  );
}
