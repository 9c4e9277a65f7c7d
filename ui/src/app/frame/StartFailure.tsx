import { FolderOpen, RotateCw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, CopyButton } from "@/components";
import { type MessageKey, t } from "@/lib/i18n";
import type { AnyErrorCode, IpcError } from "@/lib/ipc/error";
import { errorWords } from "@/lib/ipc/errors";
import { host } from "@/lib/ipc/host";
import css from "./Frame.module.css";

/** What else can be done, step by step, where the one line of the error table is not enough. */
const ways: Partial<Record<AnyErrorCode, readonly MessageKey[]>> = {
  newer_file: ["errors.start.newer_file.1", "errors.start.newer_file.2"],
  not_our_file: ["errors.start.not_our_file.1", "errors.start.not_our_file.2"],
  read_only: ["errors.start.read_only.1", "errors.start.read_only.2"],
  disk_full: ["errors.start.disk_full.1", "errors.start.disk_full.2"],
  corrupt: ["errors.start.corrupt.1", "errors.start.corrupt.2", "errors.start.corrupt.3"],
  busy: ["errors.start.busy.1"],
};
const usualWays: readonly MessageKey[] = ["errors.start.other.1", "errors.start.other.2"];

/** In place of the window when the studio could not be opened: what happened, what was kept, what to do. */
export function StartFailure({ error, onRetry }: { error: IpcError; onRetry: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [folder, setFolder] = useState("");
  const title = t(errorWords(error.code).title);
  useEffect(() => {
    document.title = t("common.pageTitle", { page: title, app: t("common.appName") });
    heading.current?.focus();
  }, [title]);
  useEffect(() => {
    // Without an answer there is no folder to show; the rest of the page does not need it.
    host()
      .startFailure()
      .then((failure) => setFolder(failure?.folder ?? ""))
      .catch(() => undefined);
  }, []);
  const kept: MessageKey =
    error.code === "newer_file" || error.code === "not_our_file" || error.code === "corrupt"
      ? "errors.start.untouched"
      : "errors.start.kept";
  const report = [error.code, error.message, folder].filter(Boolean).join("\n");
  return (
    <main id="main" tabIndex={-1} className={css.alone}>
      <div className={css.failure}>
        <span className={css.lamp} aria-hidden />
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{t(kept)}</p>
        <h2>{t("errors.start.todo")}</h2>
        <ol>
          {(ways[error.code] ?? usualWays).map((way) => (
            <li key={way}>{t(way)}</li>
          ))}
        </ol>
        {folder !== "" && (
          <div className={css.failureFolder}>
            <span>{t("errors.start.folder")}</span>
            <code data-selectable>{folder}</code>
          </div>
        )}
        <div className={css.failureActs}>
          <Button kind="primary" icon={RotateCw} onPress={onRetry}>
            {t("common.error.retry")}
          </Button>
          {folder !== "" && (
            <Button
              icon={FolderOpen}
              onPress={() =>
                void host()
                  .reveal({ of: "data" })
                  .catch(() => undefined)
              }
            >
              {t("errors.start.showFolder")}
            </Button>
          )}
          <CopyButton text={report} label={t("common.error.copy")} />
        </div>
        {error.message !== "" && (
          <details>
            <summary>{t("common.error.details")}</summary>
            <p>{error.message}</p>
          </details>
        )}
      </div>
    </main>
  );
}
