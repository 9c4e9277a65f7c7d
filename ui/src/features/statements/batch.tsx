import { FileCheck, FileStack } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { PageLink, path, useGo } from "@/app";
import {
  Button,
  Checkbox,
  type Column,
  DataTable,
  EmptyState,
  ErrorNotice,
  PageHeader,
  Skeleton,
} from "@/components";
import { t } from "@/lib/i18n";
import { call, newRequestId } from "@/lib/ipc/backend";
import { type ClientRow, commandTags } from "@/lib/ipc/bindings.gen";
import { usePagedCommand } from "@/lib/ipc/paged";
import { Outcomes } from "@/parts/batch/Outcomes";
import { type Batch, useBatch } from "@/parts/batch/useBatch";
import { MoneyList } from "@/parts/records/MoneyList";
import table from "@/parts/records/Records.module.css";
import { Truncated } from "@/parts/Truncated";
import paperPage from "@/parts/PaperPage.module.css";
import css from "./Statements.module.css";

/** Statements for several clients at once: chosen, made one by one, and told one by one. */
export function BatchPage() {
  const { batch, start, stop, again } = useBatch<string>(commandTags["statement.make"].tags);
  if (batch !== null) return <Progress batch={batch} onStop={stop} onAgain={again} />;
  const make = async (client: string, checked: boolean) => {
    const request = { client, from: null, checked };
    return (await call("statement.make", request, newRequestId())).document;
  };
  return (
    <Choose onStart={(chosen, checked) => void start(chosen, (client) => make(client, checked))} />
  );
}

interface ChooseProps {
  onStart: (chosen: { id: string; name: string }[], checked: boolean) => void;
}

function Choose({ onStart }: ChooseProps) {
  const go = useGo();
  const page = usePagedCommand("clients.list", { search: "" });
  const { more, rows: all, total } = page;
  // Only clients who owe something are listed, so every page has to be here.
  useEffect(() => {
    if (all.length < total) more();
  }, [all.length, more, total]);
  const rows = useMemo(
    () => all.filter((client) => client.open.some((sum) => sum.minor > 0)),
    [all],
  );
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [checked, setChecked] = useState(false);
  const columns = useColumns();
  const chosen = rows.filter((row) => ticked.has(row.id));
  const mustLook = chosen.some((row) => row.overdue.some((sum) => sum.minor > 0));
  if (page.error !== null) {
    return (
      <>
        <PageHeader title={t("statements.batch.title")} />
        <div className={paperPage.notice}>
          <ErrorNotice error={page.error} onRetry={page.retry} />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("statements.batch.title")}
        subtitle={t("statements.batch.subtitle")}
        actions={
          <Button
            kind="primary"
            icon={FileStack}
            isDisabled={chosen.length === 0 || (mustLook && !checked)}
            onPress={() => onStart(chosen, checked)}
          >
            {t("statements.batch.make", { count: chosen.length })}
          </Button>
        }
        toolbar={
          mustLook ? (
            <Checkbox isSelected={checked} onChange={setChecked} note={t("statements.checkedNote")}>
              {t("statements.batch.checked")}
            </Checkbox>
          ) : undefined
        }
      />
      {page.isPending ? (
        <Skeleton lines={8} />
      ) : (
        <DataTable
          label={t("statements.batch.list")}
          rows={rows}
          columns={columns}
          rowId={(row) => row.id}
          rowLabel={(row) => row.name}
          ticked={ticked}
          onTick={setTicked}
          onOpen={(row) => go(path("clients", row.id, "statement"))}
          empty={
            <EmptyState
              icon={FileCheck}
              title={t("statements.batch.empty.title")}
              text={t("statements.batch.empty.text")}
              action={
                <Button onPress={() => go("/clients")}>{t("statements.batch.clients")}</Button>
              }
            />
          }
        />
      )}
    </>
  );
}

function useColumns(): Column<ClientRow>[] {
  return useMemo(
    () => [
      {
        id: "name",
        header: t("statements.batch.client"),
        width: "minmax(9rem, 2fr)",
        cell: (row) => (
          <b className={css.name}>
            <Truncated>{row.name}</Truncated>
          </b>
        ),
        sort: (row) => row.name,
      },
      {
        id: "open",
        header: t("statements.batch.open"),
        width: "8rem",
        align: "end",
        cell: (row) => <MoneyList amounts={row.open} empty="–" />,
      },
      {
        id: "overdue",
        header: t("statements.batch.overdue"),
        width: "8rem",
        align: "end",
        cell: (row) => <MoneyList amounts={row.overdue} empty="–" hot />,
      },
    ],
    [],
  );
}

interface ProgressProps {
  batch: Batch<string>;
  onStop: () => void;
  onAgain: () => void;
}

function Progress({ batch, onStop, onAgain }: ProgressProps) {
  return (
    <>
      <PageHeader
        title={t("statements.batch.title")}
        actions={
          batch.isRunning ? (
            <Button isDisabled={batch.wasStopped} onPress={onStop}>
              {t("parts.batch.stop")}
            </Button>
          ) : (
            <Button onPress={onAgain}>{t("statements.batch.again")}</Button>
          )
        }
      />
      <div className={css.result}>
        <Outcomes
          batch={batch}
          ended={({ done, failed, left }) =>
            t("statements.batch.done", { made: done, failed, left })
          }
        >
          {({ name, result }) => (
            <PageLink to={path("documents", result, "view")} className={table.link}>
              {name}
            </PageLink>
          )}
        </Outcomes>
      </div>
    </>
  );
}
