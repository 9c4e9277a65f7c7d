import { useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { path, useGo, useGoBack } from "@/app/navigation";
import { Button, ErrorNotice, Form, notify, PageHeader, Skeleton } from "@/components";
import { t } from "@/lib/i18n";
import type { ClientFacts, ClientView } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import css from "./Clients.module.css";
import { ClientFields } from "./fields";
import { PeopleFields } from "./peopleFields";

const nobody: ClientFacts = {
  kind: "consumer",
  name: "",
  address: { lines: [], postcode: "", city: "", region: "", country: "" },
  email: "",
  phone: "",
  vatId: "",
  reference: "",
  language: "",
  paymentDays: null,
  people: [],
  doNotContact: false,
  note: "",
};

export function ClientNewPage() {
  const business = useQueryCommand("business.get", {});
  const search = useSearch({ strict: false }) as { name?: unknown };
  if (business.data === undefined && !business.isError) return <Skeleton lines={6} />;
  // Most clients live where the studio is.
  const country = business.data?.business?.address.country ?? "";
  const name = typeof search.name === "string" ? search.name : "";
  const client = { ...nobody, name, address: { ...nobody.address, country } };
  return <Editor view={null} initial={client} />;
}

export function ClientEditPage() {
  const { id = "" } = useParams({ strict: false });
  const query = useQueryCommand("client.get", { id });
  if (query.isError) {
    return (
      <div className={css.notice}>
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (query.data === undefined) return <Skeleton lines={8} />;
  return <Editor key={id} view={query.data} initial={query.data.client} />;
}

interface EditorProps {
  view: ClientView | null;
  initial: ClientFacts;
}

function Editor({ view, initial }: EditorProps) {
  const go = useGo();
  const back = useGoBack();
  const save = useMutationCommand("client.save");
  const [client, setClient] = useState<ClientFacts>(initial);
  // The version that was read when the form opened: a change made meanwhile is never overwritten.
  const [version] = useState(view?.version ?? 0);
  const change = (part: Partial<ClientFacts>) => setClient((before) => ({ ...before, ...part }));

  const submit = async () => {
    try {
      const saved = await save.run({ id: view?.id ?? null, expectedVersion: version, client });
      notify({ tone: "good", text: t("clients.form.saved", { name: client.name.trim() }) });
      go(path("clients", saved.id), { replace: true });
    } catch {
      // Shown by the form through save.error.
    }
  };
  const title =
    view === null
      ? t("clients.form.newTitle")
      : t("clients.form.editTitle", { name: view.client.name });
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
                {t("clients.form.save")}
              </Button>
              <Button kind="quiet" onPress={back}>
                {t("common.cancel")}
              </Button>
            </>
          }
        >
          <ClientFields client={client} onChange={change} isNew={view === null} />
          <PeopleFields people={client.people} onChange={(people) => change({ people })} />
        </Form>
      </div>
    </>
  );
}
