import { path, useGo, useGoBack } from "@/app";
import { Button, notify, PageHeader } from "@/components";
import { t } from "@/lib/i18n";
import { DebtForm } from "@/parts/DebtForm";
import css from "./DebtPage.module.css";

/** A debt from before Safelight, taken over as it is. */
export function DebtPage() {
  const go = useGo();
  const goBack = useGoBack();
  return (
    <>
      <PageHeader title={t("debts.title")} subtitle={t("debts.intro")} />
      <div className={css.page}>
        <DebtForm
          actions={
            <Button kind="quiet" onPress={goBack}>
              {t("common.cancel")}
            </Button>
          }
          onRecorded={(recorded, number) => {
            const { case: caseId, invoice } = recorded;
            const words = caseId === null ? "debts.recordedNotDue" : "debts.recorded";
            notify({ tone: "good", text: t(words, { number }) });
            go(caseId === null ? path("invoices", invoice) : path("cases", caseId), {
              replace: true,
            });
          }}
        />
      </div>
    </>
  );
}
