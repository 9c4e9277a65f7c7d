import { useStatus } from "@/app";
import { ErrorNotice, PageHeader, Skeleton } from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { TodayView } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { Beginning } from "./beginning";
import { LoginOffer } from "./login";
import { MoneyNow } from "./money";
import { ComingUp, Happened } from "./side";
import css from "./Today.module.css";
import { ToDo } from "./todo";

export function TodayPage() {
  const query = useQueryCommand("today.get", {});
  const today = useStatus()?.today ?? "";
  return (
    <>
      <PageHeader
        title={date(query.data?.today ?? today, "weekdayLong")}
        windowTitle={t("today.title")}
      />
      <div className={css.body}>
        {query.isError && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Skeleton lines={6} />}
        {query.data !== undefined && <Shown view={query.data} />}
      </div>
    </>
  );
}

function Shown({ view }: { view: TodayView }) {
  const status = useStatus();
  const counts = status?.counts;
  // Before the first invoice there is no money to show, only how to begin.
  const isNew =
    view.money.every(({ owedInvoices }) => owedInvoices === 0) && counts?.openCases === 0;
  const work = view.cards.filter(({ kind }) => kind !== "choose_backup" && kind !== "draft");
  const begins = isNew && work.length === 0 && view.happened.length === 0;
  return (
    <>
      {!begins && <MoneyNow money={view.money} />}
      <div className={css.columns}>
        <div>
          {status?.askAboutLogin === true && !isNew && <LoginOffer />}
          {begins && <Beginning />}
          {(!begins || view.cards.length > 0) && <ToDo cards={view.cards} today={view.today} />}
        </div>
        <div>
          <ComingUp items={view.comingUp} today={view.today} />
          <Happened items={view.happened} today={view.today} />
        </div>
      </div>
    </>
  );
}
