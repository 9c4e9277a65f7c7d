import { useState } from "react";
import { CopyButton, ErrorNotice, PdfView, Tabs } from "@/components";
import { t } from "@/lib/i18n";
import type { IpcError } from "@/lib/ipc/error";
import { EnvelopeSwitch, EnvelopeWindow, useOwnEnvelope } from "@/parts/EnvelopeWindow";
import css from "./Letters.module.css";

interface SheetsProps {
  name: string;
  bytes: Uint8Array | undefined;
  error: IpcError | null;
  onRetry: () => void;
  subject: string;
  text: string;
  /** Whom a message would go to, while that is still open. */
  to?: readonly string[];
}

/** The same letter twice: as the page that is printed, and as the text of a message. */
export function LetterSheets(props: SheetsProps) {
  const [selected, setSelected] = useState("paper");
  return (
    <div className={css.sheets}>
      <Tabs
        label={t("letters.tabs")}
        selected={selected}
        onSelect={setSelected}
        items={[
          { id: "paper", label: t("letters.tab.paper"), content: <Paper {...props} /> },
          { id: "text", label: t("letters.tab.text"), content: <MailText {...props} /> },
        ]}
      />
    </div>
  );
}

function Paper({ name, bytes, error, onRetry }: SheetsProps) {
  const envelope = useOwnEnvelope();
  const [showsWindow, setShowsWindow] = useState(false);
  return (
    <div className={css.desk}>
      <div className={css.paper}>
        {envelope !== null && (
          <div className={css.window}>
            <EnvelopeSwitch envelope={envelope} isShown={showsWindow} onChange={setShowsWindow} />
          </div>
        )}
        {error === null ? (
          <PdfView
            bytes={bytes}
            name={name}
            overlay={
              showsWindow && envelope !== null ? <EnvelopeWindow envelope={envelope} /> : undefined
            }
          />
        ) : (
          <ErrorNotice error={error} onRetry={onRetry} />
        )}
      </div>
    </div>
  );
}

function MailText({ subject, text, to }: SheetsProps) {
  return (
    <div className={css.desk}>
      <article className={css.mail}>
        <dl className={css.mailHead}>
          {to !== undefined && (
            <div>
              <dt>{t("letters.text.to")}</dt>
              <dd>{to.length === 0 ? t("letters.text.noTo") : to.join(", ")}</dd>
            </div>
          )}
          <div>
            <dt>{t("letters.text.subject")}</dt>
            <dd>
              <b>{subject}</b>
            </dd>
          </div>
        </dl>
        <div className={css.mailActs}>
          <CopyButton text={text} label={t("letters.text.copy")} />
          <CopyButton text={subject} label={t("letters.text.copySubject")} />
        </div>
        <p className={css.mailText}>{text}</p>
      </article>
    </div>
  );
}
