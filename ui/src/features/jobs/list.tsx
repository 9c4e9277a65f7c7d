import { Camera, PackageCheck, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { path, useGo, useListKeys, useToday } from "@/app";
import {
  Amount,
  Button,
  Chip,
  type Column,
  DataTable,
  EmptyState,
  ErrorNotice,
  PageHeader,
  Skeleton,
} from "@/components";
import { type CivilDate, daysBetween } from "@/lib/clock";
import { date, relativeDay } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { JobRow } from "@/lib/ipc/bindings.gen";
import { usePagedCommand } from "@/lib/ipc/paged";
import { FilterBox, focusFilter } from "@/parts/FilterBox";
import { JobFlagChip } from "@/parts/records/chips";
import { Truncated } from "@/parts/Truncated";
import { useTyped } from "@/parts/useTyped";
import css from "./Jobs.module.css";

export function JobsPage() {
  const go = useGo();
  const today = useToday();
  const [search, setSearch] = useState("");
  const wanted = useTyped(search);
  const page = usePagedCommand("jobs.list", { search: wanted, client: null });
  const make = () => go("/jobs/new");
  useListKeys({ n: make, "/": focusFilter });
  const columns = useColumns(today);
  const isEmpty = !page.isPending && page.total === 0 && wanted === "";
  const counted = wanted === "" ? "jobs.list.count" : "jobs.list.found";
  const button = (kind: "primary" | "secondary") => (
    <Button icon={Plus} kind={kind} onPress={make}>
      {t("jobs.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("jobs.title")}
        status={
          !page.isPending && <span className={css.count}>{t(counted, { count: page.total })}</span>
        }
        actions={button("secondary")}
        toolbar={
          isEmpty ? undefined : (
            <FilterBox
              label={t("jobs.list.search")}
              placeholder={t("jobs.list.placeholder")}
              value={search}
              onChange={setSearch}
            />
          )
        }
      />
      {page.error !== null && (
        <div className={css.notice}>
          <ErrorNotice error={page.error} onRetry={page.retry} />
        </div>
      )}
      {page.isPending && <Skeleton lines={8} />}
      {!page.isPending && page.error === null && (
        <DataTable
          label={t("jobs.list.label")}
          rows={page.rows}
          columns={columns}
          rowId={(row) => row.id}
          rowLabel={(row) => row.title}
          onOpen={(row) => go(path("jobs", row.id))}
          onEnd={page.more}
          empty={
            isEmpty ? (
              <EmptyState
                icon={Camera}
                title={t("jobs.list.empty.title")}
                text={t("jobs.list.empty.text")}
                action={button("primary")}
              />
            ) : (
              <EmptyState
                icon={Camera}
                title={t("jobs.list.none.title")}
                text={t("jobs.list.none.text")}
                action={<Button onPress={() => setSearch("")}>{t("jobs.list.clear")}</Button>}
              />
            )
          }
        />
      )}
    </>
  );
}

function useColumns(today: CivilDate): Column<JobRow>[] {
  return useMemo(
    () => [
      {
        id: "event",
        header: t("jobs.list.event"),
        width: "9.75rem",
        cell: (row) => <EventDay on={row.eventOn} today={today} />,
      },
      {
        id: "job",
        header: t("jobs.list.job"),
        width: "minmax(8rem, 2fr)",
        cell: (row) => (
          <b className={css.name}>
            <Truncated>{row.title}</Truncated>
          </b>
        ),
      },
      {
        id: "client",
        header: t("jobs.list.client"),
        width: "minmax(6rem, 1.4fr)",
        cell: (row) => <Truncated>{row.clientName}</Truncated>,
      },
      {
        id: "kind",
        header: t("jobs.list.kind"),
        width: "5.25rem",
        wideOnly: true,
        cell: (row) => <span className={css.quiet}>{t(`records.jobKind.${row.kind}`)}</span>,
      },
      {
        id: "state",
        header: t("jobs.list.state"),
        width: "10.75rem",
        cell: (row) => <State row={row} />,
      },
      {
        id: "price",
        header: t("jobs.list.price"),
        width: "6.5rem",
        align: "end",
        cell: (row) =>
          row.price === null ? <span className={css.quiet}>–</span> : <Amount value={row.price} />,
      },
    ],
    [today],
  );
}

/** The day, and how far it is while that still matters. */
function EventDay({ on, today }: { on: CivilDate | null; today: CivilDate }) {
  if (on === null) return <span className={css.quiet}>{t("jobs.list.noDate")}</span>;
  const ahead = daysBetween(today, on);
  const isNear = ahead !== null && ahead >= 0 && ahead <= 30;
  return (
    <>
      {date(on)}
      {isNear && <span className={css.near}>{relativeDay(on, today)}</span>}
    </>
  );
}

function State({ row }: { row: JobRow }) {
  if (row.flags.length === 0) {
    return row.deliveredOn === null ? null : (
      <Chip icon={PackageCheck}>{t("jobs.list.delivered")}</Chip>
    );
  }
  return (
    <span className={css.flags}>
      {row.flags.map((flag) => (
        <JobFlagChip key={flag} flag={flag} />
      ))}
    </span>
  );
}
