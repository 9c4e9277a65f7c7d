import { useMemo, useState } from "react";
import { ErrorNotice, PdfView } from "@/components";
import { t } from "@/lib/i18n";
import { callBytes } from "@/lib/ipc/backend";
import type { Business } from "@/lib/ipc/bindings.gen";
import { useLive } from "@/lib/ipc/live";
import { EnvelopeSwitch, EnvelopeWindow, useEnvelope } from "../EnvelopeWindow";
import { sampleFor } from "./sample";
import css from "./Studio.module.css";

/** The real page of a sample invoice with what is being chosen, before it is saved. */
export function PagePreview({ facts }: { facts: Business }) {
  const request = useMemo(() => ({ business: facts, ...sampleFor(facts) }), [facts]);
  const { answer, error } = useLive(request, (input) => callBytes("business.preview", input));
  const envelope = useEnvelope(facts);
  const [showsWindow, setShowsWindow] = useState(false);
  return (
    <figure className={css.preview} aria-label={t("studio.preview.label")}>
      {error !== null && <ErrorNotice error={error} />}
      <PdfView
        bytes={answer}
        name={t("studio.preview.label")}
        overlay={
          showsWindow && envelope !== null ? <EnvelopeWindow envelope={envelope} /> : undefined
        }
      />
      <figcaption>
        {envelope !== null && (
          <EnvelopeSwitch envelope={envelope} isShown={showsWindow} onChange={setShowsWindow} />
        )}
        <span>{t("studio.preview.note")}</span>
      </figcaption>
    </figure>
  );
}
