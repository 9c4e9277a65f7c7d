import { ArrowLeft, ArrowRight, FileClock, Sun } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useGo } from "@/app";
import { Button } from "@/components";
import { t } from "@/lib/i18n";
import css from "./FirstRun.module.css";

/** The last question: the debt that is there already. */
export function AskStep({ onBack }: { onBack?: (() => void) | undefined }) {
  const go = useGo();
  const answers = [
    { id: "yes", icon: FileClock, to: "/debts/new" },
    { id: "no", icon: Sun, to: "/today" },
  ] as const;
  return (
    <>
      <div className={css.answers}>
        {answers.map(({ id, icon: Icon, to }) => (
          <AriaButton
            key={id}
            className={css.answer ?? ""}
            data-answer={id}
            onPress={() => go(to, { replace: true })}
          >
            <span className={css.answerDisc}>
              <Icon className="icon" aria-hidden />
            </span>
            <span>
              <b>{t(`firstRun.ask.${id}`)}</b>
              <small>{t(`firstRun.ask.${id}.note`)}</small>
            </span>
            <ArrowRight className="icon" aria-hidden />
          </AriaButton>
        ))}
      </div>
      {onBack && (
        <div className={css.flush}>
          <Button kind="quiet" icon={ArrowLeft} onPress={onBack}>
            {t("firstRun.back")}
          </Button>
        </div>
      )}
    </>
  );
}
