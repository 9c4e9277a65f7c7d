import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { t } from "@/lib/i18n";
import { Button, IconButton } from "./Button";
import css from "./Notices.module.css";
import { dismissNotice, type Notice, noticeStore } from "./notices";

const icons = { good: CircleCheck, problem: CircleAlert, plain: Info };
const SHOWN_FOR = 8000;

/** The region at the foot of the window. Rendered once, by the frame. */
export function Notices() {
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.read);
  const [isHeld, setHeld] = useState(false);
  return (
    <section
      className={css.region}
      aria-label={t("common.notices.label")}
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} isHeld={isHeld} />
      ))}
    </section>
  );
}

function NoticeLine({ notice, isHeld }: { notice: Notice; isHeld: boolean }) {
  const Icon = icons[notice.tone];
  useEffect(() => {
    if (isHeld || notice.tone === "problem") return undefined;
    const timer = setTimeout(() => dismissNotice(notice.id), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isHeld, notice]);
  return (
    <div className={css.notice} data-tone={notice.tone}>
      <Icon className="icon" aria-hidden />
      <span>{notice.text}</span>
      {notice.undo && (
        <Button
          kind="quiet"
          onPress={() => {
            dismissNotice(notice.id);
            void notice.undo?.();
          }}
        >
          {noticeStore.undoLabel(notice)}
        </Button>
      )}
      <IconButton icon={X} label={t("common.dismiss")} onPress={() => dismissNotice(notice.id)} />
    </div>
  );
}
