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

export function makePaletteSearch(go: (to: string) => void): PaletteSearch {
  return async (text) => {
    const { hits } = await call("search.find", { query: text });
    return hits.map((hit) => ({
      id: `${hit.kind} ${hit.id}`,
      label: hit.title,
      note: hit.detail,
      icon: leads[hit.kind].icon,
      onAct: () => go(path(leads[hit.kind].place, hit.id)),
    }));
  };
}
