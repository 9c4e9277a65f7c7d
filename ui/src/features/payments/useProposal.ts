// How a payment is spread: as the program proposes, until the owner changes a part by hand.
import { useMemo, useState } from "react";
import type { Allocation, OpenDebt, PaymentProposal } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { useTyped } from "@/parts/useTyped";

export interface Asked {
  client: string | null;
  invoice: string | null;
  currency: string;
  amountMinor: number | null;
}

export interface Spread {
  open: readonly OpenDebt[];
  /** What each receivable gets, in minor units; null where it gets nothing. */
  parts: ReadonlyMap<string, number | null>;
  set: (receivable: string, amountMinor: number | null) => void;
  again: () => void;
  isOwn: boolean;
  /** Minor units not set against anything; negative when the parts are too much. */
  rest: number;
  isPending: boolean;
  /** The proposal is about what is entered now. */
  isCurrent: boolean;
  error: unknown;
  retry: () => void;
}

export function useProposal({ client, invoice, currency, amountMinor }: Asked): Spread {
  const settled = Number(useTyped(String(amountMinor ?? 0)));
  const request = { client: client ?? "", amount: { minor: settled, currency }, invoice };
  const query = useQueryCommand("payment.propose", request, {
    enabled: client !== null,
    keepPrevious: true,
  });
  const [own, setOwn] = useState<{
    client: string | null;
    parts: Map<string, number | null>;
  } | null>(null);
  const isOwn = own !== null && own.client === client;
  const open = useMemo(
    () =>
      (client === null ? [] : (query.data?.open ?? [])).filter(
        (debt) => debt.open.currency === currency,
      ),
    [client, currency, query.data],
  );
  const proposed = useMemo(() => byReceivable(query.data), [query.data]);
  const parts = isOwn ? own.parts : proposed;
  const sum = open.reduce((total, { receivable }) => total + (parts.get(receivable) ?? 0), 0);
  return {
    open,
    parts,
    set: (receivable, minor) => setOwn({ client, parts: new Map(parts).set(receivable, minor) }),
    again: () => setOwn(null),
    isOwn,
    rest: (amountMinor ?? 0) - sum,
    isPending: client !== null && query.isPending,
    isCurrent:
      isOwn || (settled === (amountMinor ?? 0) && !query.isPlaceholderData && query.isSuccess),
    error: query.error,
    retry: () => void query.refetch(),
  };
}

function byReceivable(proposal: PaymentProposal | undefined): ReadonlyMap<string, number | null> {
  return new Map((proposal?.allocations ?? []).map((part) => [part.receivable, part.amountMinor]));
}

export function allocationsOf(spread: Spread): Allocation[] {
  return spread.open.flatMap(({ receivable }) => {
    const amountMinor = spread.parts.get(receivable) ?? 0;
    return amountMinor > 0 ? [{ receivable, amountMinor }] : [];
  });
}
