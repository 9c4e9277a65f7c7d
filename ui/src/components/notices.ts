// What just happened, said once, with Undo where there is a way back. Kept outside React so that
// a mutation that outlives its page can still speak.
import { t } from "@/lib/i18n";

export interface Notice {
  id: number;
  text: string;
  tone: "good" | "problem" | "plain";
  undo?: () => void | Promise<unknown>;
  /** A different word than Undo, for example "Open". */
  actLabel?: string;
}

type NoticeInput = Omit<Notice, "id" | "tone"> & { tone?: Notice["tone"] };

let shown: readonly Notice[] = [];
let next = 1;
const listeners = new Set<() => void>();

function publish(notices: readonly Notice[]): void {
  shown = notices;
  for (const listener of listeners) listener();
}

export function notify(notice: NoticeInput): number {
  const id = next;
  next += 1;
  publish([...shown.slice(-2), { tone: "plain", ...notice, id }]);
  return id;
}

export function dismissNotice(id: number): void {
  publish(shown.filter((notice) => notice.id !== id));
}

export const noticeStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): readonly Notice[] => shown,
  undoLabel: (notice: Notice): string => notice.actLabel ?? t("common.undo"),
};
