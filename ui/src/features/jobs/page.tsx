import { useParams } from "@tanstack/react-router";
import { FilePlus, MoreHorizontal, PackageCheck, Pencil, Undo2 } from "lucide-react";
import { PageLink, path, useGo, useToday } from "@/app";
import {
  Amount,
  Button,
  Card,
  ErrorNotice,
  IconButton,
  type KeyValue,
  KeyValues,
  Menu,
  notify,
  PageHeader,
  Section,
  Skeleton,
} from "@/components";
import { date, relativeDay } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { JobView } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { JobFlagChip } from "@/parts/records/chips";
import { InvoiceRows } from "@/parts/records/InvoiceRows";
import records from "@/parts/records/Records.module.css";
import { AgreementSection } from "./agreement";
import css from "./Jobs.module.css";
import { Stages } from "./stages";

export function JobPage() {
  const { id = "" } = useParams({ strict: false });
  const query = useQueryCommand("job.get", { id });
  if (query.isError) {
    return (
      <>
        <PageHeader title={t("jobs.title")} />
        <div className={css.notice}>
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      </>
    );
  }
  if (query.data === undefined) return <Skeleton lines={8} />;
  return <JobShown view={query.data} />;
}

function JobShown({ view }: { view: JobView }) {
  return (
    <>
      <PageHeader
        title={view.job.title}
        status={view.flags.map((flag) => (
          <JobFlagChip key={flag} flag={flag} />
        ))}
        subtitle={
          <PageLink to={path("clients", view.job.client)} className={records.link}>
            {view.clientName}
          </PageLink>
        }
        actions={<Acts view={view} />}
      />
      <div className={css.page}>
        <div className={css.main}>
          <Stages view={view} />
          <AgreementSection view={view} />
          <Section title={t("jobs.invoices.title")}>
            {view.invoices.length === 0 ? (
              <p className={css.quiet}>{t("jobs.invoices.none")}</p>
            ) : (
              <Card>
                <InvoiceRows rows={view.invoices} />
              </Card>
            )}
          </Section>
        </div>
        <div className={css.side}>
          <Section title={t("jobs.facts.title")}>
            <Facts view={view} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Facts({ view }: { view: JobView }) {
  const today = useToday();
  const { job } = view;
  const items: KeyValue[] = [
    { label: t("jobs.facts.kind"), value: t(`records.jobKind.${job.kind}`) },
    {
      label: t("jobs.facts.event"),
      value:
        job.eventOn === null ? (
          <Missing words={t("jobs.facts.noEvent")} />
        ) : (
          <>
            {date(job.eventOn, "long")}
            <small className={records.note}>{relativeDay(job.eventOn, today)}</small>
          </>
        ),
    },
    {
      label: t("jobs.facts.price"),
      value:
        job.price === null ? (
          <Missing words={t("jobs.facts.noPrice")} />
        ) : (
          <>
            <Amount value={job.price} strong />
            <small className={records.note}>{t("jobs.facts.priceNote")}</small>
          </>
        ),
    },
  ];
  if (job.bookedOn !== null)
    items.push({ label: t("jobs.facts.booked"), value: date(job.bookedOn, "long") });
  items.push({
    label: t("jobs.facts.delivered"),
    value:
      job.deliveredOn === null ? (
        <Missing words={t("jobs.facts.notDelivered")} />
      ) : (
        date(job.deliveredOn, "long")
      ),
  });
  if (job.place !== "") items.push({ label: t("jobs.facts.place"), value: job.place });
  if (job.note !== "") {
    items.push({
      label: t("jobs.facts.note"),
      value: <span className={css.lines}>{job.note}</span>,
    });
  }
  return (
    <Card padded>
      <KeyValues items={items} />
    </Card>
  );
}

function Missing({ words }: { words: string }) {
  return <span className={css.quiet}>{words}</span>;
}

function Acts({ view }: { view: JobView }) {
  const go = useGo();
  const today = useToday();
  const save = useMutationCommand("job.save");
  const { id, job } = view;

  const setDelivered = async (deliveredOn: string | null, version: number) =>
    save.run({ id, expectedVersion: version, job: { ...job, deliveredOn } });

  const deliver = async (on: string | null) => {
    const before = job.deliveredOn;
    try {
      const saved = await setDelivered(on, view.version);
      notify({
        text:
          on === null ? t("jobs.page.undelivered") : t("jobs.page.delivered", { title: job.title }),
        tone: "good",
        undo: () => setDelivered(before, saved.version),
      });
    } catch {
      // Shown under the header through save.error.
    }
  };
  return (
    <>
      {save.error && <ErrorNotice error={save.error} />}
      {job.deliveredOn === null && (
        <Button icon={PackageCheck} isPending={save.isPending} onPress={() => void deliver(today)}>
          {t("jobs.page.deliver")}
        </Button>
      )}
      <Button icon={Pencil} onPress={() => go(path("jobs", id, "edit"))}>
        {t("jobs.page.edit")}
      </Button>
      <Menu
        label={t("jobs.page.more")}
        trigger={<IconButton icon={MoreHorizontal} label={t("jobs.page.more")} />}
        acts={[
          {
            id: "invoice",
            label: t("jobs.page.newInvoice"),
            icon: FilePlus,
            onAct: () =>
              go(
                `/invoices/new?client=${encodeURIComponent(job.client)}&job=${encodeURIComponent(id)}`,
              ),
          },
          ...(job.deliveredOn === null
            ? []
            : [
                {
                  id: "undeliver",
                  label: t("jobs.page.undelivered"),
                  icon: Undo2,
                  onAct: () => void deliver(null),
                },
              ]),
        ]}
      />
    </>
  );
}
