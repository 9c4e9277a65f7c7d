import { FileInput } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { Amount, type Column } from "@/components";
import type { CivilDate } from "@/lib/clock";
import { dateNear } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { InvoiceRow } from "@/lib/ipc/bindings.gen";
import { InvoiceStatusChip } from "@/parts/InvoiceStatus";
import css from "./InvoicesPage.module.css";

// From which width of the list, in rem, a column has room. What has none is said in the client's cell.
const needs: Readonly<Record<string, number>> = {
  title: 63,
  issued: 58,
  total: 51,
  due: 42,
  number: 35,
};

/** The width of an element in rem, so that text size and zoom count as less room. */
export function useWidthInRem(): [number, (element: HTMLElement | null) => void] {
  const [width, setWidth] = useState(100);
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width / rem));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [width, setElement];
}

/** The columns that have room. */
export function useColumns(today: CivilDate, width: number): readonly Column<InvoiceRow>[] {
  const shown = Object.keys(needs).filter((id) => width >= (needs[id] ?? 0));
  const key = shown.join(" ");
  return useMemo(() => {
    const has = (id: string) => key.split(" ").includes(id);
    return allColumns(today, has).filter(({ id }) => !(id in needs) || has(id));
  }, [key, today]);
}

function allColumns(today: CivilDate, has: (id: string) => boolean): readonly Column<InvoiceRow>[] {
  const day = (value: CivilDate | null) => (value === null ? "–" : dateNear(value, today));
  return [
    {
      id: "number",
      header: t("invoices.column.number"),
      width: "7rem",
      cell: (row) => <NumberCell row={row} />,
      sort: (row) => row.number,
    },
    {
      id: "client",
      header: t("invoices.column.client"),
      width: "minmax(7rem, 1.3fr)",
      cell: (row) => <ClientCell row={row} withNumber={!has("number")} withTitle={!has("title")} />,
      sort: (row) => row.clientName,
    },
    {
      id: "title",
      header: t("invoices.column.title"),
      width: "minmax(5rem, 1.5fr)",
      cell: (row) => (
        <span className={css.quiet} title={row.title}>
          {row.title}
        </span>
      ),
    },
    {
      id: "issued",
      header: t("invoices.column.issued"),
      width: "6.25rem",
      cell: (row) => day(row.issuedOn),
      sort: (row) => row.issuedOn,
    },
    {
      id: "due",
      header: t("invoices.column.due"),
      width: "6.25rem",
      cell: (row) => day(row.dueOn),
      sort: (row) => row.dueOn,
    },
    {
      id: "total",
      header: t("invoices.column.total"),
      width: "7.25rem",
      align: "end",
      cell: (row) => (row.total === null ? "–" : <Amount value={row.total} />),
      sort: (row) => row.total?.minor ?? null,
    },
    {
      id: "open",
      header: t("invoices.column.open"),
      width: "7.25rem",
      align: "end",
      cell: (row) =>
        row.open === null || row.open.minor === 0 ? (
          <span className={css.quiet}>{"–"}</span>
        ) : (
          <Amount value={row.open} strong hot={row.status === "overdue"} />
        ),
      sort: (row) => row.open?.minor ?? null,
    },
    {
      id: "status",
      header: t("invoices.column.status"),
      width: "7.25rem",
      cell: (row) => <InvoiceStatusChip status={row.status} daysLate={row.daysLate} />,
    },
  ];
}

function NumberCell({ row }: { row: InvoiceRow }) {
  if (row.number === "") return <span className={css.quiet}>{t("invoices.draft")}</span>;
  return (
    <span className={css.number} title={row.number}>
      {row.number}
      {row.kind === "recorded" && (
        <>
          {" "}
          <span title={t("parts.status.recorded")}>
            <FileInput className={css.mark} aria-hidden />
          </span>
          <span className="sr-only">{t("parts.status.recorded")}</span>
        </>
      )}
    </span>
  );
}

interface ClientCellProps {
  row: InvoiceRow;
  withNumber: boolean;
  withTitle: boolean;
}

function ClientCell({ row, withNumber, withTitle }: ClientCellProps) {
  const more = [withNumber ? row.number : "", withTitle ? row.title : ""].filter(
    (part) => part !== "",
  );
  const name = row.clientName || t("invoices.noClient");
  return (
    <span title={[name, ...more].join(" · ")}>
      {name}
      {more.length > 0 && <span className={css.quiet}>{` · ${more.join(" · ")}`}</span>}
    </span>
  );
}
