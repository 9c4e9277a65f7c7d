import { ArrowLeft, FlaskConical } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button, ErrorNotice, Form } from "@/components";
import { t } from "@/lib/i18n";
import { host } from "@/lib/ipc/host";
import { BankFields, PaymentDaysField } from "@/parts/studio/BankFields";
import {
  PaperField,
  ReachFields,
  RegionFields,
  TaxFields,
  WhereFields,
  WhoFields,
} from "@/parts/studio/BusinessFields";
import { AccentField, PictureField } from "@/parts/studio/LookFields";
import type { BusinessForm } from "@/parts/studio/useBusiness";
import css from "./FirstRun.module.css";

interface StepProps {
  form: BusinessForm;
  onNext: () => void;
  onBack?: (() => void) | undefined;
}

interface BusinessStepProps extends StepProps {
  label: string;
  children: ReactNode;
  after?: ReactNode;
  save?: () => Promise<boolean>;
}

/** Each step saves what it asked before the next begins, so that leaving loses nothing. */
function BusinessStep({ form, onNext, onBack, label, children, after, save }: BusinessStepProps) {
  const submit = async () => {
    if (await (save ?? form.save)()) onNext();
  };
  return (
    <>
      <Form
        label={label}
        error={form.command.error}
        onSubmit={() => void submit()}
        actions={<StepActs onBack={onBack} isPending={form.command.isPending} />}
      >
        {children}
      </Form>
      {after}
    </>
  );
}

export function StepActs({
  onBack,
  isPending,
}: {
  onBack?: (() => void) | undefined;
  isPending: boolean;
}) {
  return (
    <>
      <Button type="submit" kind="primary" isPending={isPending}>
        {t("firstRun.continue")}
      </Button>
      {onBack && (
        <Button kind="quiet" icon={ArrowLeft} onPress={onBack}>
          {t("firstRun.back")}
        </Button>
      )}
    </>
  );
}

export function YouStep(props: StepProps) {
  const { form } = props;
  return (
    <BusinessStep {...props} label={t("firstRun.you.title")} after={<SampleOffer />}>
      <WhoFields form={form} autoFocus />
      <WhereFields form={form} followsCountry />
      <ReachFields form={form} />
      <TaxFields form={form} />
      <section className={css.suggested} aria-label={t("firstRun.you.suggested")}>
        <h2>{t("firstRun.you.suggested")}</h2>
        <RegionFields form={form} />
      </section>
    </BusinessStep>
  );
}

/** Only where the program around the window can open one. */
function SampleOffer() {
  const [error, setError] = useState<unknown>(null);
  const { openSample } = host();
  if (openSample === undefined) return null;
  return (
    <div className={css.sample}>
      <p>{t("firstRun.sample.note")}</p>
      <Button
        icon={FlaskConical}
        onPress={() => {
          setError(null);
          openSample().catch(setError);
        }}
      >
        {t("firstRun.sample")}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}

export function LookStep(props: StepProps) {
  const { form } = props;
  return (
    <BusinessStep {...props} label={t("firstRun.look.title")}>
      <PictureField form={form} which="logo" />
      <AccentField form={form} />
      <PaperField facts={form.facts} onChange={form.change} />
    </BusinessStep>
  );
}

export function PaidStep(props: StepProps) {
  const { form } = props;
  const [days, setDays] = useState<number | null>(form.facts.paymentDays);
  const save = async () => (days === null ? false : form.save({ paymentDays: days }));
  const change = (value: number | null) => {
    setDays(value);
    if (value !== null) form.change({ paymentDays: value });
  };
  return (
    <BusinessStep {...props} label={t("firstRun.paid.title")} save={save}>
      <BankFields form={form} />
      <PaymentDaysField value={days} onChange={change} />
    </BusinessStep>
  );
}
