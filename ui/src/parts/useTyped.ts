import { useEffect, useState } from "react";

/** What was typed, once the typing pauses: a filter does not ask for every letter. */
export function useTyped(text: string, pause = 150): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (text === settled) return undefined;
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [pause, settled, text]);
  return settled;
}
