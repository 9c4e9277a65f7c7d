import { useRef, useState } from "react";
import { setAppearance } from "@/app";
import { notify } from "@/components";
import { t } from "@/lib/i18n";
import type { Preferences } from "@/lib/ipc/bindings.gen";
import { IpcError } from "@/lib/ipc/error";
import { errorWords } from "@/lib/ipc/errors";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";

export interface PreferenceProps {
  now: Preferences;
  change: (part: Partial<Preferences>) => Promise<void>;
}

/** Preferences that apply at once. Quick changes one after the other build on each other, and a refusal takes its own back. */
export function usePreferences() {
  const query = useQueryCommand("settings.get", {});
  const save = useMutationCommand("settings.save");
  const [wanted, setWanted] = useState<Preferences | null>(null);
  const latest = useRef<Preferences | null>(null);
  const waiting = useRef<Promise<unknown>>(Promise.resolve());

  const show = (preferences: Preferences | null, stored = query.data) => {
    latest.current = preferences;
    setWanted(preferences);
    const { theme, contrast, motion, textSize } = preferences ?? stored ?? {};
    setAppearance({
      ...(theme && { theme }),
      ...(contrast && { contrast }),
      ...(motion && { motion }),
      ...(textSize && { textSize }),
    });
  };
  const change = async (part: Partial<Preferences>) => {
    const before = latest.current ?? query.data;
    if (before === undefined) return;
    const next = { ...before, ...part };
    show(next);
    // One after the other, so that the last choice is what is stored.
    const turn = waiting.current.then(() => save.run(next));
    waiting.current = turn.catch(() => undefined);
    try {
      await turn;
      // The stored answer was read again by now: from here on it is the truth.
      if (latest.current === next) show(null, next);
    } catch (error) {
      if (latest.current === next) show(null);
      const words = errorWords(IpcError.from(error).code);
      notify({ tone: "problem", text: `${t(words.title)}. ${t(words.next)}` });
    }
  };
  return {
    now: wanted ?? query.data,
    error: query.data === undefined ? query.error : null,
    retry: () => void query.refetch(),
    change,
  };
}
