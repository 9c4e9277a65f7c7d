// The palette's search: what the program finds, each leading to its page.
import { Camera, FilePen, FileText, Folder, type LucideIcon, Users } from "lucide-react";
import { call } from "@/lib/ipc/backend";
import type { SearchKind } from "@/lib/ipc/bindings.gen";
import { path } from "../navigation";
import type { PaletteSearch } from "./registry";

const leads: Record<SearchKind, { place: string; icon: LucideIcon }> = {
  client: { place: "clients", icon: Users },
  invoice: { place: "invoices", icon: FileText },
  draft: { place: "drafts", icon: FilePen },
  job: { place: "jobs", icon: Camera },
  document: { place: "documents", icon: Folder },
};

/** The found lines side by side; a line that only repeats the start of another is left out. */
function oneLine(detail: string): string {
  const lines = detail.split("\n").map((line) => line.trim());
  const isRepeated = (line: string, at: number) =>
    lines.some((other, place) => place < at && other.startsWith(line.replace(/…$/, "")));
  return lines.filter((line, at) => line !== "" && !isRepeated(line, at)).join(" · ");
}

export function makePaletteSearch(go: (to: string) => void): PaletteSearch {
  return async (text) => {
    const { hits } = await call("search.find", { query: text });
    return hits.map((hit) => ({
      id: `${hit.kind} ${hit.id}`,
      label: hit.title,
      note: oneLine(hit.detail),
      icon: leads[hit.kind].icon,
      onAct: () => go(path(leads[hit.kind].place, hit.id)),
    }));
  };
}
