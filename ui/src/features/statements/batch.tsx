import { CircleAlert, CircleCheck, FileCheck, FileStack } from "lucide-react";
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
import type { ClientRow } from "@/lib/ipc/bindings.gen";
import { errorWords } from "@/lib/ipc/errors";
import { usePagedCommand } from "@/lib/ipc/paged";
import { MoneyList } from "@/parts/records/MoneyList";
import table from "@/parts/records/Records.module.css";
import { Truncated } from "@/parts/Truncated";
import { type Batch, useBatch } from "./run";
import css from "./Statements.module.css";

/** Statements for several clients at once: chosen, made one by one, and told one by one. */
export function BatchPage() {
  const { batch, start, stop, again } = useBatch();
  if (batch !== null) return <Progress batch={batch} onStop={stop} onAgain={again} />;
  return <Choose onStart={(chosen, checked) => void start(chosen, checked)} />;
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
        <div className={css.notice}>
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
  batch: Batch;
  onStop: () => void;
  onAgain: () => void;
}

function Progress({ batch, onStop, onAgain }: ProgressProps) {
  const { outcomes, total, isRunning, wasStopped } = batch;
  const made = outcomes.filter((outcome) => outcome.document !== null).length;
  const failed = outcomes.length - made;
  return (
    <>
      <PageHeader
        title={t("statements.batch.title")}
        actions={
          isRunning ? (
            <Button isDisabled={wasStopped} onPress={onStop}>
              {t("statements.batch.stop")}
            </Button>
          ) : (
            <Button onPress={onAgain}>{t("statements.batch.again")}</Button>
          )
        }
      />
      <div className={css.result}>
        <p role="status">
          {isRunning
            ? t("statements.batch.running", { done: outcomes.length, total })
            : t("statements.batch.done", { made, failed, left: total - outcomes.length })}
        </p>
        <progress
          className={css.progress}
          max={total}
          value={outcomes.length}
          aria-label={t("statements.batch.progress")}
        />
        <ul className={css.outcomes} aria-label={t("statements.batch.results")}>
          {outcomes.map(({ client, name, document, error }) => (
            <li key={client} data-bad={error === null ? undefined : ""}>
              {error === null ? (
                <CircleCheck className="icon" aria-hidden />
              ) : (
                <CircleAlert className="icon" aria-hidden />
              )}
              <div>
                {document === null ? (
                  <b>{name}</b>
                ) : (
                  <PageLink to={path("documents", document, "view")} className={table.link}>
                    {name}
                  </PageLink>
                )}
                {error !== null && (
                  <p>
                    {t("statements.batch.notMade", { why: t(errorWords(error.code).title) })}{" "}
                    {error.code === "precondition" || error.code === "cannot_print"
                      ? error.message
                      : t(errorWords(error.code).next)}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
