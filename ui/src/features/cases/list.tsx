import { CircleCheck, CircleSlash, Scale } from "lucide-react";
import { useMemo, useState } from "react";
import { path, useGo, useListKeys, useToday } from "@/app";
import {
  Amount,
  Chip,
  type Column,
  DataTable,
  EmptyState,
  ErrorNotice,
  PageHeader,
  Segmented,
  Skeleton,
} from "@/components";
import type { CivilDate } from "@/lib/clock";
import { count, dateNear, relativeDay } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { CaseRow, Outcome } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { LateChip } from "@/parts/records/chips";
import { Truncated } from "@/parts/Truncated";
import css from "./Cases.module.css";

type View = "open" | "closed";

export function CasesPage() {
  const go = useGo();
  const today = useToday();
  const [view, setView] = useState<View>("open");
  const query = useQueryCommand(
    "cases.list",
    { closed: view === "closed" },
    { keepPrevious: true },
  );
  const [cursor, setCursor] = useState<string | null>(null);
  const columns = useColumns(view, today);
  const payFor = query.data?.rows.find((row) => row.id === cursor);
  useListKeys({
    p: payFor && (() => go(`/payments/new?client=${encodeURIComponent(payFor.clientId)}`)),
  });
  const page = query.data;
  const choices = (["open", "closed"] as const).map((id) => ({
    id,
    label: t(`cases.list.${id}`, { count: count(page?.[id] ?? 0) }),
  }));
  return (
    <>
      <PageHeader
        title={t("cases.title")}
        toolbar={
          <Segmented
            label={t("cases.list.view")}
            hideLabel
            value={view}
            onChange={setView}
            choices={choices}
          />
        }
      />
      {query.isError && (
        <div className={css.notice}>
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isPending && <Skeleton lines={8} />}
      {page !== undefined && (
        // The row under the cursor is what single keys act on.
        <div
          className={css.list}
          onFocus={(event) =>
            setCursor(event.target.closest<HTMLElement>("[data-row]")?.dataset.row ?? null)
          }
        >
          <DataTable
            key={view}
            label={t("cases.list.label")}
            rows={page.rows}
            columns={columns}
            rowId={(row) => row.id}
            rowLabel={(row) => row.clientName}
            initialSort={{ id: view === "open" ? "late" : "closed", descending: true }}
            onOpen={(row) => go(path("cases", row.id))}
            empty={
              <EmptyState
                icon={Scale}
                title={t(
                  view === "open" ? "cases.list.empty.title" : "cases.list.emptyClosed.title",
                )}
                text={t(view === "open" ? "cases.list.empty.text" : "cases.list.emptyClosed.text")}
              />
            }
          />
        </div>
      )}
    </>
  );
}

function useColumns(view: View, today: CivilDate): Column<CaseRow>[] {
  return useMemo(() => {
    const client: Column<CaseRow> = {
      id: "client",
      header: t("cases.list.client"),
      width: "minmax(9rem, 2fr)",
      cell: (row) => (
        <b className={css.name}>
          <Truncated>{row.clientName}</Truncated>
        </b>
      ),
      sort: (row) => row.clientName,
    };
    const opened: Column<CaseRow> = {
      id: "opened",
      header: t("cases.list.openedOn"),
      width: "8rem",
      cell: (row) => dateNear(row.openedOn, today),
      sort: (row) => row.openedOn,
    };
    if (view === "closed") return [client, opened, ...closedColumns(today)];
    return [client, ...openColumns(today)];
  }, [today, view]);
}

function closedColumns(today: CivilDate): Column<CaseRow>[] {
  return [
    {
      id: "closed",
      header: t("cases.list.closedOn"),
      width: "8rem",
      cell: (row) => (row.closedOn === null ? "–" : dateNear(row.closedOn, today)),
      sort: (row) => row.closedOn,
    },
    {
      id: "outcome",
      header: t("cases.list.outcome"),
      width: "minmax(8rem, 1fr)",
      cell: (row) => row.outcome !== null && <OutcomeChip outcome={row.outcome} />,
    },
  ];
}

function openColumns(today: CivilDate): Column<CaseRow>[] {
  return [
    {
      id: "late",
      header: t("cases.list.late"),
      width: "7.5rem",
      cell: (row) => row.daysLate > 0 && <LateChip days={row.daysLate} />,
      sort: (row) => row.daysLate,
    },
    {
      id: "next",
      header: t("cases.list.next"),
      width: "minmax(8rem, 1.8fr)",
      cell: (row) => <NextStep row={row} today={today} />,
    },
    {
      id: "contact",
      header: t("cases.list.lastContact"),
      width: "6.5rem",
      cell: (row) =>
        row.lastContactOn === null ? (
          <span className={css.quiet}>{t("cases.list.noContact")}</span>
        ) : (
          relativeDay(row.lastContactOn, today)
        ),
      sort: (row) => row.lastContactOn,
    },
    {
      id: "open",
      header: t("cases.list.amount"),
      width: "7rem",
      align: "end",
      cell: (row) => <Amount value={row.open} strong />,
      sort: (row) => row.open.minor,
    },
  ];
}

function NextStep({ row, today }: { row: CaseRow; today: CivilDate }) {
  const { next } = row;
  if (next === null) {
    const isPaid = row.open.minor === 0;
    return <span className={css.quiet}>{t(isPaid ? "cases.list.paid" : "cases.list.noNext")}</span>;
  }
  const day = next.until ?? next.on;
  const when =
    next.state === "now"
      ? t("cases.list.nextNow")
      : day === null
        ? null
        : t("cases.list.nextFrom", { date: dateNear(day, today) });
  return (
    <span>
      {t(`records.step.${next.kind}`)}
      {when !== null && <span className={css.when}>{when}</span>}
    </span>
  );
}

export function OutcomeChip({ outcome }: { outcome: Outcome }) {
  return outcome === "paid" ? (
    <Chip tone="good" icon={CircleCheck}>
      {t("cases.close.paid")}
    </Chip>
  ) : (
    <Chip icon={CircleSlash}>{t("cases.close.writtenOff")}</Chip>
  );
}
