// What the list shows is in its address: view, search and order survive going back.
import { useLocation } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useGo } from "@/app";
import type { InvoicesSort, InvoicesView } from "@/lib/ipc/bindings.gen";

export const views: readonly InvoicesView[] = [
  "drafts",
  "open",
  "due_this_week",
  "overdue",
  "paid",
  "all",
];
const sorts: readonly InvoicesSort[] = ["number", "client", "issued", "due", "total", "open"];

export interface ListState {
  view: InvoicesView;
  search: string;
  sort: InvoicesSort;
  descending: boolean;
  /** The row shown beside the list. */
  peek: string | null;
}

/** What is late or due soon stands first; what is done or being written, newest first. */
function defaultSort(view: InvoicesView): Pick<ListState, "sort" | "descending"> {
  return view === "drafts" || view === "paid" || view === "all"
    ? { sort: "issued", descending: true }
    : { sort: "due", descending: false };
}

function oneOf<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((item) => item === text);
}

export function readList(query: string): ListState {
  const given = new URLSearchParams(query);
  const view = oneOf(views, given.get("view")) ?? "open";
  const sort = oneOf(sorts, given.get("sort"));
  const order =
    sort === undefined ? defaultSort(view) : { sort, descending: given.get("order") === "down" };
  return { view, search: given.get("q") ?? "", ...order, peek: given.get("peek") };
}

export function listAddress(state: ListState): string {
  const query = new URLSearchParams({ view: state.view });
  if (state.search !== "") query.set("q", state.search);
  const usual = defaultSort(state.view);
  if (state.sort !== usual.sort || state.descending !== usual.descending) {
    query.set("sort", state.sort);
    query.set("order", state.descending ? "down" : "up");
  }
  if (state.peek !== null) query.set("peek", state.peek);
  return `/invoices?${query.toString()}`;
}

export function useListState(): [ListState, (change: Partial<ListState>) => void] {
  const { searchStr } = useLocation();
  const go = useGo();
  const state = useMemo(() => readList(searchStr), [searchStr]);
  const change = useCallback(
    (part: Partial<ListState>) => {
      const isOtherView = part.view !== undefined && part.view !== state.view;
      const order = isOtherView ? defaultSort(part.view ?? state.view) : {};
      go(listAddress({ ...state, ...order, ...part }), { replace: !isOtherView });
    },
    [go, state],
  );
  return [state, change];
}
