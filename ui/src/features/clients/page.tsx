import { useParams } from "@tanstack/react-router";
import {
  Ban,
  Camera,
  FileClock,
  FilePlus,
  FileText,
  MoreHorizontal,
  Pencil,
  Scale,
} from "lucide-react";
import type { ReactNode } from "react";
import { path, useGo } from "@/app/navigation";
import { useToday } from "@/app/status";
import {
  Button,
  Card,
  Chip,
  ErrorNotice,
  IconButton,
  Menu,
  MoneyFigure,
  MoneyLine,
  PageHeader,
  Section,
  Skeleton,
} from "@/components";
import { t } from "@/lib/i18n";
import type { ClientView, Money } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { PaymentList } from "@/parts/PaymentList";
import { ClientKindChip } from "@/parts/records/chips";
import { InvoiceRows } from "@/parts/records/InvoiceRows";
import css from "./Clients.module.css";
import { Facts, People } from "./facts";
import { History } from "./history";
import { JobRows } from "./jobs";

export function ClientPage() {
  const { id = "" } = useParams({ strict: false });
  const query = useQueryCommand("client.get", { id });
  if (query.isError) {
    return (
      <>
        <PageHeader title={t("clients.title")} />
        <div className={css.notice}>
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
        </div>
      </>
    );
  }
  if (query.data === undefined) return <Skeleton lines={8} />;
  return <ClientShown view={query.data} />;
}

function ClientShown({ view }: { view: ClientView }) {
  const today = useToday();
  return (
    <>
      <PageHeader
        title={view.client.name}
        status={
          <>
            <ClientKindChip kind={view.client.kind} />
            {view.client.doNotContact && (
              <Chip tone="warn" icon={Ban}>
                {t("clients.page.doNotContact")}
              </Chip>
            )}
          </>
        }
        actions={<Acts view={view} />}
      />
      <div className={css.page}>
        <div className={css.main}>
          <MoneyPerCurrency view={view} />
          <Section title={t("clients.invoices.title")} aside={asideCount(view.invoices.length)}>
            <Listed count={view.invoices.length} none={t("clients.invoices.none")}>
              <InvoiceRows rows={view.invoices} />
            </Listed>
          </Section>
          <Section title={t("clients.jobs.title")} aside={asideCount(view.jobs.length)}>
            <Listed count={view.jobs.length} none={t("clients.jobs.none")}>
              <JobRows rows={view.jobs} today={today} />
            </Listed>
          </Section>
          <Section title={t("clients.payments.title")} aside={asideCount(view.payments.length)}>
            <Listed count={view.payments.length} none={t("clients.payments.none")} padded>
              <PaymentList payments={view.payments} />
            </Listed>
          </Section>
        </div>
        <div className={css.side}>
          <Section title={t("clients.history.title")}>
            <History history={view.history} />
          </Section>
          <Section title={t("clients.facts.title")}>
            <Facts client={view.client} />
          </Section>
          <Section title={t("clients.people.title")}>
            <People people={view.client.people} />
          </Section>
        </div>
      </div>
    </>
  );
}

function asideCount(count: number): string | undefined {
  return count === 0 ? undefined : String(count);
}

interface ListedProps {
  count: number;
  none: string;
  padded?: boolean;
  children: ReactNode;
}

function Listed({ count, none, padded, children }: ListedProps) {
  if (count === 0) return <p className={css.none}>{none}</p>;
  return <Card padded={padded}>{children}</Card>;
}

function Acts({ view }: { view: ClientView }) {
  const go = useGo();
  const withClient = (to: string) => `${to}?client=${encodeURIComponent(view.id)}`;
  const { openCase } = view;
  return (
    <>
      {openCase !== null && (
        <Button icon={Scale} onPress={() => go(path("cases", openCase))}>
          {t("clients.page.openCase")}
        </Button>
      )}
      <Button icon={Camera} onPress={() => go(withClient("/jobs/new"))}>
        {t("clients.page.newJob")}
      </Button>
      <Button icon={Pencil} onPress={() => go(path("clients", view.id, "edit"))}>
        {t("clients.page.edit")}
      </Button>
      <Menu
        label={t("clients.page.more")}
        trigger={<IconButton icon={MoreHorizontal} label={t("clients.page.more")} />}
        acts={[
          {
            id: "invoice",
            label: t("clients.page.newInvoice"),
            icon: FilePlus,
            onAct: () => go(withClient("/invoices/new")),
          },
          {
            id: "statement",
            label: t("clients.page.statement"),
            icon: FileText,
            onAct: () => go(path("clients", view.id, "statement")),
          },
          {
            id: "debt",
            label: t("clients.page.recordDebt"),
            icon: FileClock,
            onAct: () => go(withClient("/debts/new")),
          },
        ]}
      />
    </>
  );
}

/** Each currency by itself: open, overdue and credit are never added up across currencies. */
function MoneyPerCurrency({ view }: { view: ClientView }) {
  const currencies = [
    ...new Set([...view.open, ...view.credit].filter(isSome).map((money) => money.currency)),
  ];
  if (currencies.length === 0) return <p className={css.settled}>{t("clients.money.settled")}</p>;
  const of = (amounts: readonly Money[], currency: string) =>
    amounts.find((amount) => amount.currency === currency && isSome(amount));
  return (
    <div className={css.moneys}>
      {currencies.map((currency) => {
        const [open, overdue, credit] = [view.open, view.overdue, view.credit].map((list) =>
          of(list, currency),
        );
        return (
          <MoneyLine key={currency}>
            {open && <MoneyFigure value={open} label={t("clients.money.open")} />}
            {overdue && <MoneyFigure value={overdue} label={t("clients.money.overdue")} hot />}
            {credit && <MoneyFigure value={credit} label={t("clients.money.credit")} />}
          </MoneyLine>
        );
      })}
    </div>
  );
}

function isSome(amount: Money): boolean {
  return amount.minor !== 0;
}
