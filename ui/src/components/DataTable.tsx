import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown, ArrowUp } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { t } from "@/lib/i18n";
import { Checkbox } from "./Choices";
import css from "./DataTable.module.css";
import { names } from "./names";

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** A grid track: "9rem", "minmax(10rem, 2fr)". Default "minmax(6rem, 1fr)". */
  width?: string;
  /** Numbers and amounts stand at the end. */
  align?: "start" | "end";
  /** Left out where the list is narrow, as beside an open peek panel. */
  wideOnly?: boolean;
  /** Present where the column can be sorted. Amounts give minor units, dates their ISO text. */
  sort?: (row: Row) => string | number | null;
}

export interface Sort {
  id: string;
  descending: boolean;
}

interface DataTableProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowId: (row: Row) => string;
  /** The row's name for readers and for its checkbox. */
  rowLabel: (row: Row) => string;
  /** Enter or double click. */
  onOpen?: (row: Row) => void;
  /** Space or click. */
  onPeek?: (row: Row) => void;
  /** The row whose details are shown. */
  selectedId?: string | null;
  initialSort?: Sort;
  /** Given where the program sorts (long lists): rows come already in this order. */
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  /** Given where rows can be ticked for an act on several. */
  ticked?: ReadonlySet<string>;
  onTick?: (ticked: ReadonlySet<string>) => void;
  /** Shown instead of rows. */
  empty?: ReactNode;
  /** Called when the last row comes near, to load more. */
  onEnd?: () => void;
  autoFocus?: boolean;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const VIRTUAL_FROM = 100;

function compare(a: unknown, b: unknown): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b));
}

function rowHeight(): number {
  const style = getComputedStyle(document.documentElement);
  const rem = Number.parseFloat(style.fontSize) || 16;
  return (Number.parseFloat(style.getPropertyValue("--row")) || 2.25) * rem;
}

const WIDE_FROM_REM = 56;

function useNarrow(scroller: RefObject<HTMLDivElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setNarrow(element.clientWidth > 0 && element.clientWidth < WIDE_FROM_REM * rem);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return isNarrow;
}

/**
 * A list of rows as a grid. One row is the cursor: J, K, arrows, Home and End move it, Enter opens,
 * Space peeks, X ticks. Only rows near the window exist once there are many.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, rowId, onOpen, onPeek, selectedId, ticked, onTick, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow(scroller);
  const columns = useMemo(
    () => props.columns.filter((column) => !isNarrow || column.wideOnly !== true),
    [isNarrow, props.columns],
  );
  const [cursor, setCursor] = useState<string | null>(selectedId ?? null);
  const [ownSort, setOwnSort] = useState<Sort | null>(props.initialSort ?? null);
  const isManual = props.onSort !== undefined;
  const sort = isManual ? (props.sort ?? null) : ownSort;

  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<typeof features, Row> => ({
        id: column.id,
        accessorFn: (row: Row) => column.sort?.(row) ?? null,
        enableSorting: column.sort !== undefined,
        sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id)),
      })),
    [columns],
  );
  const sorting: SortingState = useMemo(
    () => (sort === null ? [] : [{ id: sort.id, desc: sort.descending }]),
    [sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    manualSorting: isManual,
    state: { sorting },
  });
  const ordered = table.getRowModel().rows;

  const isVirtual = ordered.length > VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 12,
    enabled: isVirtual,
  });
  const visible = virtualizer.getVirtualItems();
  const first = isVirtual ? (visible[0]?.index ?? 0) : 0;
  const last = isVirtual ? (visible.at(-1)?.index ?? -1) : ordered.length - 1;
  const before = isVirtual ? (visible[0]?.start ?? 0) : 0;
  const after = isVirtual ? virtualizer.getTotalSize() - (visible.at(-1)?.end ?? 0) : 0;

  useEffect(() => {
    if (onEnd !== undefined && ordered.length > 0 && last >= ordered.length - 20) onEnd();
  }, [last, onEnd, ordered.length]);

  const cursorIndex = Math.max(
    0,
    ordered.findIndex((row) => row.id === cursor),
  );

  const moveTo = (place: number) => {
    const row = ordered[Math.min(Math.max(place, 0), ordered.length - 1)];
    if (row === undefined) return;
    setCursor(row.id);
    if (isVirtual)
      virtualizer.scrollToIndex(row.index === undefined ? place : ordered.indexOf(row));
    requestAnimationFrame(() => {
      const element = scroller.current?.querySelector<HTMLElement>(
        `[data-row="${CSS.escape(row.id)}"]`,
      );
      element?.focus({ preventScroll: false });
      element?.scrollIntoView?.({ block: "nearest" });
    });
    if (selectedId !== undefined && selectedId !== null) onPeek?.(row.original);
  };

  useEffect(() => {
    if (props.autoFocus === true && ordered.length > 0) moveTo(cursorIndex);
    // Only when the list first has rows: later the owner decides where the cursor is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ordered.length > 0]);

  const tick = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onTick?.(next);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isOnRow =
      event.target instanceof HTMLElement && event.target.getAttribute("role") === "row";
    if (!isOnRow || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = ordered[cursorIndex];
    const acts: Record<string, () => void> = {
      ArrowDown: () => moveTo(cursorIndex + 1),
      j: () => moveTo(cursorIndex + 1),
      ArrowUp: () => moveTo(cursorIndex - 1),
      k: () => moveTo(cursorIndex - 1),
      PageDown: () => moveTo(cursorIndex + 10),
      PageUp: () => moveTo(cursorIndex - 10),
      Home: () => moveTo(0),
      End: () => moveTo(ordered.length - 1),
      Enter: () => row && onOpen?.(row.original),
      " ": () => row && onPeek?.(row.original),
      x: () => row && onTick && tick(row.id),
    };
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  const changeSort = (id: string) => {
    const next = { id, descending: sort?.id === id ? !sort.descending : false };
    if (isManual) props.onSort?.(next);
    else setOwnSort(next);
  };

  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;

  const tracks = [
    ...(onTick ? ["2rem"] : []),
    ...columns.map((column) => column.width ?? "minmax(6rem, 1fr)"),
  ].join(" ");
  const columnOffset = onTick ? 2 : 1;
  const allTicked =
    ticked !== undefined && rows.length > 0 && rows.every((row) => ticked.has(rowId(row)));

  return (
    <div ref={scroller} className={css.scroller}>
      <div
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-rowcount={ordered.length + 1}
        aria-colcount={columns.length + (onTick ? 1 : 0)}
        aria-multiselectable={onTick ? true : undefined}
        className={css.grid}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={css.head}>
          <div
            role="row"
            aria-rowindex={1}
            className={css.row}
            style={{ gridTemplateColumns: tracks }}
          >
            {onTick && (
              <div role="columnheader" aria-colindex={1} className={css.tick}>
                <Checkbox
                  aria-label={t("common.table.rows", { count: rows.length })}
                  isSelected={allTicked}
                  isIndeterminate={!allTicked && (ticked?.size ?? 0) > 0}
                  onChange={(isOn) => onTick(new Set(isOn ? rows.map(rowId) : []))}
                >
                  {null}
                </Checkbox>
              </div>
            )}
            {columns.map((column, place) => {
              const isSorted = sort?.id === column.id;
              const Arrow = sort?.descending ? ArrowDown : ArrowUp;
              return (
                <div
                  key={column.id}
                  role="columnheader"
                  aria-colindex={place + columnOffset}
                  aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : undefined}
                  className={names(css.headCell, column.align === "end" && css.end)}
                >
                  {column.sort === undefined ? (
                    column.header
                  ) : (
                    <button
                      type="button"
                      className={css.sort}
                      onClick={() => changeSort(column.id)}
                    >
                      {column.header}
                      {isSorted && <Arrow className={css.arrow} aria-hidden />}
                    </button>
                  )}
                </div>
              );
            })}
          </div>
        </div>
        <div role="rowgroup">
          {before > 0 && <div role="presentation" style={{ height: before }} />}
          {ordered.slice(first, last + 1).map((row, offset) => {
            const place = first + offset;
            const isCursor = place === cursorIndex;
            return (
              <div
                key={row.id}
                role="row"
                data-row={row.id}
                aria-rowindex={place + 2}
                aria-label={props.rowLabel(row.original)}
                aria-selected={row.id === selectedId || (ticked?.has(row.id) ?? false)}
                tabIndex={isCursor ? 0 : -1}
                className={names(css.row, css.body, row.id === selectedId && css.selected)}
                style={{ gridTemplateColumns: tracks }}
                onFocus={() => setCursor(row.id)}
                onClick={() => {
                  setCursor(row.id);
                  if (onPeek) onPeek(row.original);
                  else onOpen?.(row.original);
                }}
                onDoubleClick={() => onOpen?.(row.original)}
              >
                {onTick && (
                  // The tick is an act of its own, so its clicks do not reach the row.
                  <div
                    role="gridcell"
                    tabIndex={-1}
                    aria-colindex={1}
                    className={css.tick}
                    onClick={(event) => event.stopPropagation()}
                    onDoubleClick={(event) => event.stopPropagation()}
                  >
                    <Checkbox
                      aria-label={props.rowLabel(row.original)}
                      isSelected={ticked?.has(row.id) ?? false}
                      onChange={() => tick(row.id)}
                    >
                      {null}
                    </Checkbox>
                  </div>
                )}
                {columns.map((column, columnPlace) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    aria-colindex={columnPlace + columnOffset}
                    className={names(css.cell, column.align === "end" && css.end)}
                  >
                    {column.cell(row.original)}
                  </div>
                ))}
              </div>
            );
          })}
          {after > 0 && <div role="presentation" style={{ height: after }} />}
        </div>
      </div>
    </div>
  );
}
