import { FileText, Plus, SearchX } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { path, useGo, useListKeys, useToday } from "@/app";
import {
  Button,
  DataTable,
  EmptyState,
  ErrorNotice,
  PageHeader,
  Skeleton,
  WithPeek,
} from "@/components";
import { count } from "@/lib/format";
import { t } from "@/lib/i18n";
import type {
  InvoiceRow,
  InvoicesCounts,
  InvoicesSort,
  InvoicesView,
} from "@/lib/ipc/bindings.gen";
import { usePagedCommand } from "@/lib/ipc/paged";
import { FilterBox } from "@/parts/FilterBox";
import { ChosenInvoices } from "./Chosen";
import { InvoicePeek } from "./InvoicePeek";
import css from "./InvoicesPage.module.css";
import { useColumns, useWidthInRem } from "./columns";
import { type ListState, useListState, views } from "./listState";
import { ViewTabs } from "./ViewTabs";

const SEARCH_PAUSE = 150;

/** One list of all invoices with saved views; the chosen one is explained beside it. */
export function InvoicesPage() {
  const [state, change] = useListState();
  const { view, search, sort, descending } = state;
  const invoices = usePagedCommand("invoices.list", {
    view,
    search,
    client: null,
    sort,
    descending,
  });
  const go = useGo();
  const { text, setText, box, focus } = useSearchField(state, change);
  const [width, list] = useWidthInRem();
  const columns = useColumns(useToday(), width);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = invoices.rows.filter((row) => ticked.has(row.id));
  const peeked =
    state.peek === null ? undefined : invoices.rows.find((row) => row.id === state.peek);

  const open = (row: InvoiceRow) => go(pageOf(row));
  useListKeys({
    n: () => go("/invoices/new"),
    p: () => go(paymentPage(peeked)),
    "/": focus,
    j: focusList,
    k: focusList,
    ...(state.peek === null ? {} : { Escape: () => change({ peek: null }) }),
  });

  return (
    <>
      <PageHeader title={t("invoices.title")} />
      <ViewTabs
        label={t("invoices.views")}
        items={views.map((id) => ({
          id,
          label: t(`invoices.view.${id}`),
          count: countOf(id, invoices.first?.counts),
        }))}
        selected={view}
        onSelect={(next) => {
          setTicked(new Set());
          change({ view: next, peek: null });
        }}
        aside={
          <div className={css.search} ref={box}>
            <FilterBox
              label={t("invoices.filter")}
              placeholder={t("invoices.filter.placeholder")}
              value={text}
              onChange={setText}
            />
          </div>
        }
      >
        {invoices.error !== null && (
          <div className={css.notice}>
            <ErrorNotice error={invoices.error} onRetry={invoices.retry} />
          </div>
        )}
        {chosen.length > 0 && <ChosenInvoices rows={chosen} onClear={() => setTicked(new Set())} />}
        {invoices.isPending ? (
          <Skeleton lines={8} />
        ) : (
          <WithPeek
            peek={
              peeked && (
                <InvoicePeek key={peeked.id} row={peeked} onClose={() => change({ peek: null })} />
              )
            }
          >
            <div className={css.list} ref={list}>
              <DataTable
                label={t("invoices.table", { view: t(`invoices.view.${view}`) })}
                rows={invoices.rows}
                columns={columns}
                rowId={(row) => row.id}
                rowLabel={rowLabel}
                onOpen={open}
                onPeek={(row) => change({ peek: isShownAgain(row, state.peek) ? null : row.id })}
                selectedId={state.peek}
                sort={{ id: sort, descending }}
                onSort={(next) =>
                  change({ sort: next.id as InvoicesSort, descending: next.descending })
                }
                {...(view === "drafts" ? {} : { ticked, onTick: setTicked })}
                onEnd={invoices.more}
                autoFocus={isFocusFree()}
                empty={
                  invoices.error === null && (
                    <Nothing view={view} search={search} onClear={() => setText("")} />
                  )
                }
              />
            </div>
          </WithPeek>
        )}
      </ViewTabs>
    </>
  );
}

/** The list takes focus when the page opens, and never from a field or a tab that has it. */
function isFocusFree(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.closest("h1, nav") !== null;
}

/** Space or a click on the row that is shown already closes it; moving to it does not. */
function isShownAgain(row: InvoiceRow, peek: string | null): boolean {
  const focused = document.activeElement?.getAttribute("data-row");
  return row.id === peek && focused === row.id;
}

function focusList(): void {
  document.querySelector<HTMLElement>("[role=grid] [role=row][tabindex='0']")?.focus();
}

function rowLabel(row: InvoiceRow): string {
  const number = row.number === "" ? t("invoices.draft") : row.number;
  return [number, row.clientName, row.title].filter((part) => part !== "").join(", ");
}

export function pageOf(row: Pick<InvoiceRow, "id" | "kind">): string {
  return row.kind === "draft" ? path("drafts", row.id) : path("invoices", row.id);
}

function paymentPage(row: InvoiceRow | undefined): string {
  if (row === undefined || row.kind === "draft" || row.clientId === null) return "/payments/new";
  return `/payments/new?${new URLSearchParams({ client: row.clientId, invoice: row.id }).toString()}`;
}

function countOf(view: InvoicesView, counts: InvoicesCounts | undefined): string | undefined {
  if (counts === undefined) return undefined;
  const { drafts, open, dueThisWeek, overdue, paid, all } = counts;
  const byView = { drafts, open, due_this_week: dueThisWeek, overdue, paid, all };
  return count(byView[view]);
}

/** What is typed filters after a pause and lands in the address; a changed address fills the field. */
function useSearchField(state: ListState, change: (part: Partial<ListState>) => void) {
  const [text, setText] = useState(state.search);
  const [known, setKnown] = useState(state.search);
  const box = useRef<HTMLDivElement>(null);
  if (known !== state.search) {
    setKnown(state.search);
    setText(state.search);
  }
  useEffect(() => {
    if (text.trim() === state.search) return undefined;
    const timer = setTimeout(() => change({ search: text.trim(), peek: null }), SEARCH_PAUSE);
    return () => clearTimeout(timer);
  }, [change, state.search, text]);
  return { text, setText, box, focus: () => box.current?.querySelector("input")?.focus() };
}

interface NothingProps {
  view: InvoicesView;
  search: string;
  onClear: () => void;
}

function Nothing({ view, search, onClear }: NothingProps) {
  const go = useGo();
  if (search !== "") {
    return (
      <EmptyState
        icon={SearchX}
        title={t("invoices.empty.search", { search })}
        text={t("invoices.empty.searchText")}
        action={<Button onPress={onClear}>{t("invoices.empty.clear")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={FileText}
      title={t(`invoices.empty.${view}`)}
      text={t(`invoices.empty.${view}.text`)}
      action={
        <div className={css.emptyActs}>
          <Button kind="primary" icon={Plus} onPress={() => go("/invoices/new")}>
            {t("invoices.new")}
          </Button>
          {view !== "drafts" && view !== "paid" && (
            <Button onPress={() => go("/debts/new")}>{t("invoices.recordDebt")}</Button>
          )}
        </div>
      }
    />
  );
}
