import type { ErrorComponentProps } from "@tanstack/react-router";
import { Compass } from "lucide-react";
import { Button, EmptyState, ErrorNotice, PageHeader } from "@/components";
import { t } from "@/lib/i18n";
import { useGoBack } from "../navigation";
import css from "./Frame.module.css";

/** Shown in place of a page that failed to draw; the frame around it keeps working. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const back = useGoBack();
  return (
    <>
      <PageHeader
        title={t("common.error.page")}
        subtitle={t("common.error.pageNext")}
        actions={<Button onPress={back}>{t("common.error.back")}</Button>}
      />
      <div className={css.failed}>
        <ErrorNotice error={error} onRetry={reset} />
      </div>
    </>
  );
}

/** For an address that leads nowhere, such as an old notification. */
export function PageMissing() {
  const back = useGoBack();
  return (
    <>
      <PageHeader title={t("common.missing.title")} />
      <EmptyState
        icon={Compass}
        title={t("common.missing.title")}
        text={t("common.missing.text")}
        action={<Button onPress={back}>{t("common.error.back")}</Button>}
      />
    </>
  );
}
