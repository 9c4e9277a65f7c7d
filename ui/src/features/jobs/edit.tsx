import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { path, useGo, useGoBack, useStatus } from "@/app";
import { Button, ErrorNotice, Form, notify, PageHeader, Skeleton } from "@/components";
import { t } from "@/lib/i18n";
import type { JobFacts, JobView } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { JobFields } from "./fields";
import css from "./Jobs.module.css";

const nothing: JobFacts = {
  client: "",
  title: "",
  kind: "wedding",
  eventOn: null,
  deliveredOn: null,
  price: null,
  bookedOn: null,
  schedule: { kind: "atOnce" },
  place: "",
  note: "",
};

export function JobNewPage() {
  const search = useSearch({ strict: false }) as { client?: unknown };
  const client = search.client === undefined ? "" : String(search.client);
  return <Editor view={null} initial={{ ...nothing, client }} />;
}

export function JobEditPage() {
  const { id = "" } = useParams({ strict: false });
  const query = useQueryCommand("job.get", { id });
  if (query.isError) {
    return (
      <div className={css.notice}>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (query.data === undefined) return <Skeleton lines={8} />;
  return <Editor key={id} view={query.data} initial={query.data.job} />;
}

function Editor({ view, initial }: { view: JobView | null; initial: JobFacts }) {
  const go = useGo();
  const back = useGoBack();
  const status = useStatus();
  const save = useMutationCommand("job.save");
  const [job, setJob] = useState<JobFacts>(initial);
  const [version] = useState(view?.version ?? 0);
  const [currency, setCurrency] = useState(initial.price?.currency ?? status?.currency ?? "EUR");
  const [isClientMissing, setClientMissing] = useState(false);
  const change = (part: Partial<JobFacts>) => setJob((before) => ({ ...before, ...part }));

  const submit = async () => {
    setClientMissing(job.client === "");
    if (job.client === "") return;
    const price = job.price === null ? null : { minor: job.price.minor, currency };
    try {
      const saved = await save.run({
        id: view?.id ?? null,
        expectedVersion: version,
        job: { ...job, price },
      });
      notify({ tone: "good", text: t("jobs.form.saved", { title: job.title.trim() }) });
      go(path("jobs", saved.id), { replace: true });
    } catch {
      // Shown by the form through save.error.
    }
  };
  const title =
    view === null ? t("jobs.form.newTitle") : t("jobs.form.editTitle", { title: view.job.title });
  return (
    <>
      <PageHeader title={title} />
      <div className={css.form}>
        <Form
          label={title}
          error={save.error}
          onSubmit={() => void submit()}
          actions={
            <>
              <Button type="submit" kind="primary" isPending={save.isPending}>
                {t("jobs.form.save")}
              </Button>
              <Button kind="quiet" onPress={back}>
                {t("common.cancel")}
              </Button>
            </>
          }
        >
          <JobFields
            job={job}
            onChange={change}
            currency={currency}
            onCurrency={setCurrency}
            clientError={isClientMissing && job.client === "" ? t("errors.problem.required") : null}
          />
        </Form>
      </div>
    </>
  );
}
