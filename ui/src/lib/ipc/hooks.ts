import {
  QueryClient,
  type QueryKey,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useEffect } from "react";
import {
  type BytesName,
  call,
  callBytes,
  type MutationName,
  newRequestId,
  type QueryName,
  type RequestOf,
  type ResponseOf,
} from "./backend";
import { type CommandName, commandTags, type Tag } from "./bindings.gen";
import { IpcError } from "./error";
import { host } from "./host";

/** Facts change only through commands and the `changed` event, so nothing goes stale by time. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        networkMode: "always",
        refetchOnWindowFocus: false,
        retry: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

interface QueryOptions {
  enabled?: boolean;
  /** Shows the previous answer while a new request runs (lists that are filtered, pages that are redrawn). */
  keepPrevious?: boolean;
}

export function useQueryCommand<C extends QueryName>(
  name: C,
  request: RequestOf<C>,
  options: QueryOptions = {},
): UseQueryResult<ResponseOf<C>, IpcError> {
  return useQuery<ResponseOf<C>, IpcError>({
    queryKey: [name, request],
    queryFn: () => call(name, request),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPrevious } : {}),
  });
}

/** Asks before anybody looks, so that the answer is on its way while the page is still being made. */
export function askAhead<C extends QueryName>(
  client: QueryClient,
  name: C,
  request: RequestOf<C>,
): void {
  void client.prefetchQuery({ queryKey: [name, request], queryFn: () => call(name, request) });
}

/** Like `useQueryCommand`, for an answer made of bytes (a PDF to draw). */
export function useBytesCommand<C extends BytesName>(
  name: C,
  request: RequestOf<C>,
  options: QueryOptions = {},
): UseQueryResult<Uint8Array<ArrayBuffer>, IpcError> {
  return useQuery<Uint8Array<ArrayBuffer>, IpcError>({
    queryKey: [name, request, "bytes"],
    queryFn: () => callBytes(name, request),
    enabled: options.enabled ?? true,
    gcTime: 60_000,
    ...(options.keepPrevious === true ? { placeholderData: keepPrevious } : {}),
  });
}

function keepPrevious<T>(previous: T | undefined): T | undefined {
  return previous;
}

interface Act<C extends MutationName> {
  request: RequestOf<C>;
  requestId: string;
}

export interface MutationCommand<C extends MutationName> {
  /** Runs the act and answers, or rejects with an `IpcError`. */
  run: (request: RequestOf<C>) => Promise<ResponseOf<C>>;
  /** Sends the same act again under the same id, after a failure whose outcome is not known. */
  again: () => Promise<ResponseOf<C>>;
  isPending: boolean;
  error: IpcError | null;
  reset: () => void;
}

export function useMutationCommand<C extends MutationName>(name: C): MutationCommand<C> {
  const client = useQueryClient();
  const mutation: UseMutationResult<ResponseOf<C>, IpcError, Act<C>> = useMutation({
    mutationFn: (act: Act<C>) => call(name, act.request, act.requestId),
    onSettled: () => invalidateTags(client, commandTags[name].tags),
  });
  return {
    run: (request) => mutation.mutateAsync({ request, requestId: newRequestId() }),
    again: () =>
      mutation.variables === undefined
        ? Promise.reject(new IpcError("unreachable", ""))
        : mutation.mutateAsync(mutation.variables),
    isPending: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}

/** Marks every answer that rests on one of these facts as old; those on screen are asked again. */
export async function invalidateTags(client: QueryClient, tags: readonly Tag[]): Promise<void> {
  if (tags.length === 0) return;
  await client.invalidateQueries({ predicate: (query) => restsOn(query.queryKey, tags) });
}

function restsOn(key: QueryKey, tags: readonly Tag[]): boolean {
  const name = key[0];
  if (typeof name !== "string" || !(name in commandTags)) return false;
  const { kind, tags: shown } = commandTags[name as CommandName];
  return (kind === "query" || kind === "bytes") && shown.some((tag) => tags.includes(tag));
}

/** Follows changes made elsewhere: the planner, the terminal, a second process. */
export function useChangedEvents(): void {
  const client = useQueryClient();
  useEffect(() => host().onChanged((tags) => void invalidateTags(client, tags)), [client]);
}
