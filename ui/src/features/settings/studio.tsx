import { type ReactNode, useState } from "react";
import { path, useGo, useToday } from "@/app";
import { Button, ErrorNotice, Form, notify, Section, Skeleton } from "@/components";
import { t } from "@/lib/i18n";
import type { NumberingView } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { BankFields, OtherWaysFields, PaymentDaysField } from "@/parts/studio/BankFields";
import {
  ReachFields,
  RegionFields,
  RegistrationFields,
  TaxFields,
  WhereFields,
  WhoFields,
} from "@/parts/studio/BusinessFields";
import { AccentField, LetterheadField, PictureField, PostFields } from "@/parts/studio/LookFields";
import { PagePreview } from "@/parts/studio/PagePreview";
import { NumberFields, numbersOf, patternProblem } from "@/parts/studio/NumberFields";
import { type BusinessForm, firstFacts, useBusinessForm } from "@/parts/studio/useBusiness";
import css from "./Settings.module.css";

interface BusinessPartProps {
  label: string;
  children: (form: BusinessForm) => ReactNode;
  save?: (form: BusinessForm) => Promise<boolean>;
}

/** A part of the business, edited and saved by itself. */
function BusinessPart(props: BusinessPartProps) {
  const query = useQueryCommand("business.get", {});
  if (query.isError)
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton lines={6} />;
  const { business } = query.data;
  const view = { ...query.data, business: business ?? firstFacts(query.data.suggestedTimeZone) };
  return <Editing view={view} {...props} />;
}

function Editing({
  view,
  label,
  children,
  save,
}: BusinessPartProps & { view: Parameters<typeof useBusinessForm>[0] }) {
  const form = useBusinessForm(view);
  const submit = async () => {
    if (await (save?.(form) ?? form.save())) notify({ tone: "good", text: t("settings.saved") });
  };
  return (
    <Form
      label={label}
      error={form.command.error}
      onSubmit={() => void submit()}
      actions={
        <Button type="submit" kind="primary" isPending={form.command.isPending}>
          {t("common.save")}
        </Button>
      }
    >
      {children(form)}
    </Form>
  );
}

export function BusinessSection() {
  return (
    <BusinessPart label={t("settings.business")}>
      {(form) => (
        <>
          <Group title={t("settings.business.who")}>
            <WhoFields form={form} />
            <ReachFields form={form} />
          </Group>
          <Group title={t("settings.business.where")}>
            <WhereFields form={form} />
          </Group>
          <Group title={t("settings.business.tax")}>
            <TaxFields form={form} />
          </Group>
          <Group title={t("settings.business.registered")}>
            <RegistrationFields form={form} />
          </Group>
          <Group title={t("settings.business.papers")}>
            <RegionFields form={form} />
          </Group>
        </>
      )}
    </BusinessPart>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title}>
      <div className={css.group}>{children}</div>
    </Section>
  );
}

export function LookSection() {
  return (
    <BusinessPart label={t("settings.look")}>
      {(form) => (
        <div className={css.look}>
          <div className={css.group}>
            {(["logo", "signature"] as const).map((which) => (
              <PictureField
                key={which}
                form={form}
                which={which}
                onSaved={(has) =>
                  notify({
                    tone: "good",
                    text: t(has ? "settings.look.pictureSaved" : "settings.look.pictureRemoved"),
                  })
                }
              />
            ))}
            <LetterheadField form={form} />
            <AccentField form={form} />
            <PostFields form={form} />
            <WindowCheck />
          </div>
          <PagePreview key={String(form.hasLogo)} facts={form.facts} />
        </div>
      )}
    </BusinessPart>
  );
}

/** The page by which an owner checks the window that is saved. */
function WindowCheck() {
  const go = useGo();
  const make = useMutationCommand("post.make");
  const run = async () => {
    try {
      const made = await make.run({
        kind: "calibration",
        documents: [],
        on: null,
        firstLabel: 1,
        service: "",
        postedBy: "",
      });
      go(path("documents", made.document, "view"));
    } catch {
      // Shown below.
    }
  };
  return (
    <div>
      {make.error && <ErrorNotice error={make.error} />}
      <Button isPending={make.isPending} onPress={() => void run()}>
        {t("studio.windowCheck")}
      </Button>
      <p className={css.quiet}>{t("studio.windowCheck.note")}</p>
    </div>
  );
}

export function PaidSection() {
  const [days, setDays] = useState<number | null | undefined>(undefined);
  return (
    <BusinessPart
      label={t("settings.paid")}
      save={async (form) => {
        if (days === null) return false;
        return form.save(days === undefined ? {} : { paymentDays: days });
      }}
    >
      {(form) => (
        <>
          <BankFields form={form} />
          <OtherWaysFields form={form} />
          <PaymentDaysField
            value={days === undefined ? form.facts.paymentDays : days}
            onChange={setDays}
          />
        </>
      )}
    </BusinessPart>
  );
}

export function NumbersSection() {
  const query = useQueryCommand("numbering.get", {});
  if (query.isError)
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton lines={4} />;
  return <Numbers key={query.data.next} view={query.data} />;
}

function Numbers({ view }: { view: NumberingView }) {
  const save = useMutationCommand("numbering.save");
  const today = useToday();
  const [numbers, setNumbers] = useState(() => numbersOf(view));
  const submit = async () => {
    const { pattern, yearlyReset, next } = numbers;
    if (next === null || patternProblem(numbers) !== null) return;
    try {
      const saved = await save.run({ pattern, yearlyReset, next });
      notify({ tone: "good", text: t("settings.numbers.saved", { number: saved.example }) });
    } catch {
      // Shown by the form through save.error.
    }
  };
  return (
    <Form
      label={t("settings.numbers")}
      error={save.error}
      onSubmit={() => void submit()}
      actions={
        <Button type="submit" kind="primary" isPending={save.isPending}>
          {t("common.save")}
        </Button>
      }
    >
      <NumberFields
        numbers={numbers}
        onChange={(part) => setNumbers((before) => ({ ...before, ...part }))}
        year={today.slice(0, 4)}
      />
      <p className={css.quiet}>{t("settings.numbers.note")}</p>
    </Form>
  );
}
