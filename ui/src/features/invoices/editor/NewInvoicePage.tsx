import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { path, useGo } from "@/app";
import { ErrorNotice, PageHeader, Skeleton } from "@/components";
import { t } from "@/lib/i18n";
import { useMutationCommand } from "@/lib/ipc/hooks";
import css from "./EditorPage.module.css";

/** Makes a draft and goes to it; `?client=` and `?job=` fill it. */
export function NewInvoicePage() {
  const go = useGo();
  const { searchStr } = useLocation();
  const make = useMutationCommand("draft.new");
  const isAsked = useRef(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    const given = new URLSearchParams(searchStr);
    make
      .run({ client: given.get("client"), job: given.get("job") })
      .then((made) => go(`${path("drafts", made.id)}?new=1`, { replace: true }))
      .catch(() => undefined);
    // Once: making a draft is an act, not something to repeat when the page draws again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [round]);
  return (
    <>
      <PageHeader title={t("invoices.editor.title")} />
      <div className={css.alone}>
        {make.error === null ? (
          <Skeleton lines={6} />
        ) : (
          <ErrorNotice
            error={make.error}
            onRetry={() => {
              isAsked.current = false;
              setRound((count) => count + 1);
            }}
          />
        )}
      </div>
    </>
  );
}
