// What the frame shows of the whole studio, from one command.
import { useQueryCommand } from "@/lib/ipc/hooks";
import type { CivilDate } from "@/lib/clock";

export function useStatus() {
  return useQueryCommand("app.status", {}).data;
}

/** The program's today. The frame draws pages only once it is known, so it always is. */
export function useToday(): CivilDate {
  const status = useStatus();
  if (status === undefined) throw new Error("useToday outside the frame");
  return status.today;
}
