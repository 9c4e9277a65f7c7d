// Lists that the program hands out page by page.
import { useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { call, type QueryName, type RequestOf, type ResponseOf } from "./backend";
import type { IpcError } from "./error";

type PagedName = {
  [C in QueryName]: RequestOf<C> extends { offset: number; limit: number }
    ? ResponseOf<C> extends { rows: unknown[]; total: number }
      ? C
      : never
    : never;
}[QueryName];

type RowOf<C extends PagedName> = ResponseOf<C> extends { rows: (infer R)[] } ? R : never;

export interface Paged<C extends PagedName> {
  rows: readonly RowOf<C>[];
  total: number;
  /** The first page's whole answer (counts and the like). */
  first: ResponseOf<C> | undefined;
  isPending: boolean;
  error: IpcError | null;
  /** Asks for the next page; nothing happens while one is on its way or none is left. */
  more: () => void;
  retry: () => void;
}

const PAGE = 200;

/** All pages asked for so far as one list. Another filter starts again at the first page. */
export function usePagedCommand<C extends PagedName>(
  name: C,
  filter: Omit<RequestOf<C>, "offset" | "limit">,
): Paged<C> {
  const key = JSON.stringify(filter);
  const [asked, setAsked] = useState({ key, pages: 1 });
  const pages = asked.key === key ? asked.pages : 1;
  const requests = useMemo(
    () =>
      Array.from({ length: pages }, (_, page) => ({
        ...(JSON.parse(key) as object),
        offset: page * PAGE,
        limit: PAGE,
      })) as RequestOf<C>[],
    [key, pages],
  );
  const answers = useQueries({
    queries: requests.map((request, page) => ({
      queryKey: [name, request],
      queryFn: () => call(name, request),
      // The old rows stay until the filtered ones are here.
      ...(page === 0 ? { placeholderData: (previous: ResponseOf<C> | undefined) => previous } : {}),
    })),
  });

  const data = answers.map((answer) => answer.data as ResponseOf<C> | undefined);
  const first = data[0];
  const total = first?.total ?? 0;
  const isLoading = answers.some((answer) => answer.isFetching);
  const rows = useStableRows<RowOf<C>>(
    data.flatMap((page) =>
      page === undefined ? [] : [page.rows as unknown as readonly RowOf<C>[]],
    ),
  );
  const more = useCallback(() => {
    if (!isLoading && pages * PAGE < total) setAsked({ key, pages: pages + 1 });
  }, [isLoading, key, pages, total]);

  return {
    rows,
    total,
    first,
    isPending: answers[0]?.isPending ?? true,
    error: (answers.find((answer) => answer.isError)?.error as IpcError | null | undefined) ?? null,
    more,
    retry: () => {
      for (const answer of answers) if (answer.isError) void answer.refetch();
    },
  };
}

/** One array for the same pages, so that a table does not sort again for nothing. */
function useStableRows<R>(pages: readonly (readonly R[])[]): readonly R[] {
  const [kept, setKept] = useState({ pages, rows: pages.flat() });
  const isSame =
    kept.pages.length === pages.length && kept.pages.every((page, at) => page === pages[at]);
  if (isSame) return kept.rows;
  const next = { pages, rows: pages.flat() };
  setKept(next);
  return next.rows;
}
