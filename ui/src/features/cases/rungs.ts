// What a rung of the ladder says about itself: when it was done, when it opens, or why it is closed.
import type { CivilDate } from "@/lib/clock";
import { date, dateNear } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { HoldKind, RungView, RungWhy } from "@/lib/ipc/bindings.gen";

export function whyWords(
  why: RungWhy,
  until: CivilDate | null,
  hold: HoldKind | null = null,
): string {
  const values = {
    until: until === null ? "" : date(until, "long"),
    hold: hold === null ? "" : t(`records.hold.${hold}`),
  };
  switch (why) {
    case "snoozed":
    case "minimum_wait":
    case "one_step_a_day":
    case "not_late_yet":
    case "too_early":
    case "deadline_running":
    case "due_soon":
    case "held":
    case "reply_waiting":
    case "not_a_working_day":
    case "contact_cap":
      return until === null ? t(`cases.why.${why}Plain`) : t(`cases.why.${why}`, values);
    default:
      return t(`cases.why.${why}`);
  }
}

export function rungNote(rung: RungView, today: CivilDate): string {
  const on = rung.on === null ? null : dateNear(rung.on, today);
  switch (rung.state) {
    case "done":
      return on === null ? t("cases.rung.doneUnknown") : t("cases.rung.done", { date: on });
    case "skipped":
      return on === null ? t("cases.rung.skippedUnknown") : t("cases.rung.skipped", { date: on });
    case "now":
      return on === null || rung.on === today
        ? t("cases.rung.now")
        : t("cases.rung.nowSince", { date: on });
    case "next":
      if (rung.why !== null && rung.why !== "earlier_step_first")
        return whyWords(rung.why, rung.until ?? rung.on, rung.hold);
      return on === null ? t("cases.rung.later") : t("cases.rung.next", { date: on });
    case "closed":
      return rung.why === null ? t("cases.rung.closed") : whyWords(rung.why, rung.until, rung.hold);
  }
}
