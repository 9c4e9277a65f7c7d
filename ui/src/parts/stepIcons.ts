// One picture for each kind of step, wherever steps are listed.
import {
  BellRing,
  FileStack,
  Footprints,
  Gavel,
  Handshake,
  ListTodo,
  type LucideIcon,
  Mail,
  MessageSquare,
  Phone,
  ScrollText,
} from "lucide-react";
import type { StepKind } from "@/lib/ipc/bindings.gen";

export const stepIcons: Record<StepKind, LucideIcon> = {
  task: ListTodo,
  due_note: BellRing,
  friendly_reminder: Mail,
  message: MessageSquare,
  call: Phone,
  visit: Footprints,
  statement_resend: FileStack,
  second_notice: Mail,
  last_reminder: Mail,
  formal_demand: ScrollText,
  outside_help: Handshake,
  final_notice: Gavel,
};
