// What the palette can do and find. Features register acts while they are mounted, or at start.
import type { LucideIcon } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";

export interface PaletteAct {
  id: string;
  label: string;
  note?: string;
  icon?: LucideIcon;
  /** More words by which it is found. */
  words?: string;
  /** Its single key, shown at the end of the line. */
  hint?: string;
  onAct: () => void;
}

export type PaletteSearch = (text: string) => Promise<readonly PaletteAct[]>;

let acts: readonly PaletteAct[] = [];
let search: PaletteSearch | null = null;
const listeners = new Set<() => void>();

export function registerActs(added: readonly PaletteAct[]): () => void {
  const ids = new Set(added.map((act) => act.id));
  acts = [...acts.filter((act) => !ids.has(act.id)), ...added];
  for (const listener of listeners) listener();
  return () => {
    acts = acts.filter((act) => !added.includes(act));
    for (const listener of listeners) listener();
  };
}

/** Acts of a page, while it is shown. Give a memoised list. */
export function usePaletteActs(added: readonly PaletteAct[]): void {
  useEffect(() => registerActs(added), [added]);
}

/** The search over the studio's facts; set once where the app starts. */
export function setPaletteSearch(next: PaletteSearch | null): void {
  search = next;
}

export function paletteSearch(): PaletteSearch | null {
  return search;
}

export function useRegisteredActs(): readonly PaletteAct[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => acts,
  );
}
