import {
  Camera,
  FileText,
  Folder,
  type LucideIcon,
  Scale,
  SlidersHorizontal,
  Sun,
  Users,
} from "lucide-react";
import type { MessageKey } from "@/lib/i18n";

export interface Place {
  id: "today" | "jobs" | "clients" | "invoices" | "cases" | "documents" | "settings";
  path: string;
  label: MessageKey;
  icon: LucideIcon;
  /** Other addresses whose pages belong to this place. */
  also?: readonly string[];
}

/** The places of the rail, in their order. A place is listed once there is something behind it. */
export const places: readonly Place[] = [
  { id: "today", path: "/today", label: "today.title", icon: Sun },
  { id: "jobs", path: "/jobs", label: "jobs.title", icon: Camera },
  { id: "clients", path: "/clients", label: "clients.title", icon: Users },
  {
    id: "invoices",
    path: "/invoices",
    label: "invoices.title",
    icon: FileText,
    also: ["/drafts/", "/payments/", "/debts/"],
  },
  { id: "cases", path: "/cases", label: "cases.title", icon: Scale },
  { id: "documents", path: "/documents", label: "documents.title", icon: Folder },
  { id: "settings", path: "/settings", label: "settings.title", icon: SlidersHorizontal },
];
