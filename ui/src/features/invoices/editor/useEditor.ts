import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { call, callBytes } from "@/lib/ipc/backend";
import { commandTags, type DraftInvoice, type DraftView, type Money } from "@/lib/ipc/bindings.gen";
import { invalidateTags } from "@/lib/ipc/hooks";
import { type DraftEntry, entryOf, readEntry } from "./draftModel";
import { draftSaver, type Saver, type SaveState } from "./saver";
import { useLive } from "@/lib/ipc/live";

interface Question {
  draft: DraftInvoice;
  keys: readonly string[];
}

/** A draft while it is open: what is typed, what the program makes of it, and whether it is kept. */
export function useEditor(view: DraftView) {
  const client = useQueryClient();
  const form = useRef<HTMLDivElement>(null);
  const [entry, setEntry] = useState<DraftEntry>(() => entryOf(view.draft));
  const [saveState, setSaveState] = useState<SaveState>({ kind: "saved" });
  const [question, setQuestion] = useState<Question | null>(null);
  const [isUnread, setUnread] = useState(false);
  const isFirst = useRef(true);
  const [saver] = useState<Saver>(() =>
    draftSaver(view.id, view.version, setSaveState, () => {
      void invalidateTags(client, commandTags["draft.save"].tags);
    }),
  );
  const { missing } = useMemo(() => readEntry(entry), [entry]);

  useEffect(() => {
    // A number that cannot be read is neither saved nor counted as something else.
    const unread = form.current?.querySelector("[data-entry-problem]") ?? null;
    const hasUnread = unread !== null;
    const { draft } = readEntry(entry);
    setUnread(hasUnread || draft === null);
    if (hasUnread || draft === null) {
      setQuestion(null);
      saver.hold();
      isFirst.current = false;
      return;
    }
    setQuestion({ draft, keys: entry.lines.map((line) => line.key) });
    if (!isFirst.current) saver.offer(draft);
    isFirst.current = false;
  }, [entry, saver]);

  // What was typed last is saved when the page is left.
  useEffect(() => () => void saver.flush(), [saver]);

  const check = useLive(question, ({ draft }) => call("draft.check", { draft }));
  const page = useLive(question, ({ draft }) => callBytes("draft.preview", { draft }));
  const amounts = useMemo(() => {
    const lines = check.answer?.totals?.lines ?? [];
    const keys = check.about?.keys ?? [];
    return new Map<string, Money>(
      isUnread
        ? []
        : lines.flatMap((line, place) => {
            const key = keys[place];
            return key === undefined ? [] : [[key, line.amount] as const];
          }),
    );
  }, [check, isUnread]);

  const change = useCallback(
    (part: Partial<DraftEntry>) => setEntry((before) => ({ ...before, ...part })),
    [],
  );
  const changeLines = useCallback(
    (next: (lines: DraftEntry["lines"]) => DraftEntry["lines"]) =>
      setEntry((before) => ({ ...before, lines: next(before.lines) })),
    [],
  );

  return {
    form,
    entry,
    change,
    changeLines,
    saver,
    saveState: isUnread ? ({ kind: "unread" } as const) : saveState,
    check: isUnread ? null : (check.answer ?? null),
    checkError: check.error,
    page: page.answer,
    pageError: page.error,
    /** Whether the newest answer is about what is on the screen. */
    isCurrent: check.about === question && question !== null,
    amounts,
    missing,
  };
}

export type Editor = ReturnType<typeof useEditor>;
