// What the program makes of something while it is typed: asked one question at a time, and always the newest
// next, so that answers never come in the wrong order. Who types faster than it answers waits for the last.
import { useEffect, useMemo, useRef, useState } from "react";
import type { Tag } from "./bindings.gen";
import { IpcError } from "./error";
import { host } from "./host";

/** Enough for the changes of one key to come together. */
const PAUSE = 5;
// Facts outside the draft that its page and sums rest on.
const basisTags: ReadonlySet<Tag> = new Set(["clients", "jobs", "business", "numbering"]);

export interface Live<I, A> {
  answer: A | undefined;
  /** The question that `answer` belongs to. */
  about: I | undefined;
  error: IpcError | null;
}

export function useLive<I, A>(input: I | null, ask: (input: I) => Promise<A>): Live<I, A> {
  const [live, setLive] = useState<Live<I, A>>({
    answer: undefined,
    about: undefined,
    error: null,
  });
  const [basis, setBasis] = useState(0);
  const latest = useRef(ask);
  const busy = useRef(false);
  const next = useRef<I | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(
    () =>
      host().onChanged((tags) => {
        if (tags.some((tag) => basisTags.has(tag))) setBasis((count) => count + 1);
      }),
    [],
  );
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const question = useMemo(() => ({ input, basis }), [basis, input]);
  useEffect(() => {
    const { input: asked } = question;
    if (asked === null) return undefined;
    const answerNext = async (): Promise<void> => {
      const about = next.current;
      next.current = null;
      if (about === null || gone.current) {
        busy.current = false;
        return undefined;
      }
      try {
        const answer = await latest.current(about);
        if (!gone.current) setLive({ answer, about, error: null });
      } catch (thrown) {
        const error = IpcError.from(thrown);
        if (!gone.current) setLive((before) => ({ ...before, error }));
      }
      return answerNext();
    };
    const timer = setTimeout(() => {
      next.current = asked;
      if (busy.current) return;
      busy.current = true;
      void answerNext();
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [question]);
  return live;
}
