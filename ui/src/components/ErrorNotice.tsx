import { CircleAlert, Info } from "lucide-react";
import { IpcError } from "@/lib/ipc/error";
import { errorWords } from "@/lib/ipc/errors";
import { t } from "@/lib/i18n";
import { Button } from "./Button";
import { CopyButton } from "./CopyButton";
import css from "./ErrorNotice.module.css";

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** What happened, what was kept, what to do; the exact words of the program for a report. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const failure = IpcError.from(error);
  const words = errorWords(failure.code);
  const Icon = words.severity === "problem" ? CircleAlert : Info;
  return (
    <div className={css.notice} role="alert" data-severity={words.severity}>
      <Icon className="icon" aria-hidden />
      <div>
        <b>{t(words.title)}</b>
        <p className={css.next}>{t(words.next)}</p>
        {failure.message !== "" && (
          <details className={css.details} open={failure.code === "cannot_print"}>
            <summary>{t("common.error.details")}</summary>
            <p>{failure.message}</p>
          </details>
        )}
        <div className={css.actions}>
          {onRetry && <Button onPress={onRetry}>{t("common.error.retry")}</Button>}
          {words.severity === "problem" && (
            <CopyButton
              text={`${failure.code}: ${failure.message}`}
              label={t("common.error.copy")}
            />
          )}
        </div>
      </div>
    </div>
  );
}
