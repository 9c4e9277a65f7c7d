// Papers leave the window only through the program: opened by its id, saved where the owner says.
import { notify } from "@/components";
import { t } from "@/lib/i18n";
import { host } from "@/lib/ipc/host";

/** Opens a paper in the computer's own viewer, from where it is printed. */
export async function openPaper(id: string, name: string): Promise<void> {
  try {
    await host().openDocument({ id, name });
  } catch {
    notify({ tone: "problem", text: t("parts.paper.openFailed") });
  }
}

/** Saves a copy of a paper where the owner says. */
export async function savePaper(id: string, name: string): Promise<void> {
  try {
    const saved = await host().saveDocument({ id, name });
    if (saved !== null) {
      notify({ tone: "good", text: t("parts.paper.saved", { name: saved.name }) });
    }
  } catch {
    notify({ tone: "problem", text: t("parts.paper.saveFailed") });
  }
}

/** Shows a copy of a paper in the computer's file manager, from where it can be dragged anywhere. */
export async function showPaper(id: string, name: string): Promise<void> {
  try {
    await host().revealDocument({ id, name });
  } catch {
    notify({ tone: "problem", text: t("parts.paper.showFailed") });
  }
}

/** Opens a letter as a message in the computer's mail program. The owner sends it there, or does not. */
export async function openAsMail(id: string, name: string): Promise<void> {
  try {
    await host().openEml({ id, name });
  } catch {
    notify({ tone: "problem", text: t("parts.paper.openFailed") });
  }
}
