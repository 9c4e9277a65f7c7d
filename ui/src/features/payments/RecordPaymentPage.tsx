import { useLocation } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { path, useGo, useGoBack, useStatus, useToday } from "@/app";
import {
  Button,
  DateField,
  FieldRow,
  Form,
  MoneyField,
  notify,
  PageHeader,
  Select,
  TextField,
} from "@/components";
import { money } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { Money, PaymentMethod, PaymentRecorded } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { ClientPicker } from "@/parts/ClientPicker";
import { Allocations } from "./Allocations";
import css from "./RecordPaymentPage.module.css";
import { allocationsOf, useProposal } from "./useProposal";

const methods: readonly PaymentMethod[] = [
  "bank_transfer",
  "card",
  "cash",
  "cheque",
  "direct_debit",
  "online",
  "other",
];

interface Entry {
  client: string | null;
  amount: number | null;
  currency: string;
  receivedOn: string | null;
  method: PaymentMethod;
  reference: string;
}

/** Money came in: who, how much, and what it pays. `?client=` and `?invoice=` fill it. */
export function RecordPaymentPage() {
  const { searchStr } = useLocation();
  const given = useMemo(() => new URLSearchParams(searchStr), [searchStr]);
  return (
    <>
      <PageHeader title={t("payments.title")} />
      <div className={css.page}>
        <PaymentForm key={searchStr} client={given.get("client")} invoice={given.get("invoice")} />
      </div>
    </>
  );
}

interface PaymentFormProps {
  client: string | null;
  invoice: string | null;
}

function PaymentForm({ client, invoice }: PaymentFormProps) {
  const today = useToday();
  const home = useStatus()?.currency ?? "EUR";
  const goBack = useGoBack();
  const record = useMutationCommand("payment.record");
  const [attempted, setAttempted] = useState(false);
  const [entry, setEntry] = useState<Entry>({
    client,
    amount: null,
    currency: home,
    receivedOn: today,
    method: "bank_transfer",
    reference: "",
  });
  const set = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  const forInvoice = entry.client === client ? invoice : null;
  const spread = useProposal({
    client: entry.client,
    invoice: forInvoice,
    currency: entry.currency,
    amountMinor: entry.amount,
  });
  const name = useClientName(entry.client);
  usePrefill(entry, forInvoice, set);
  const finish = useFinish(name);

  const amount: Money = { minor: entry.amount ?? 0, currency: entry.currency };
  const isOver = spread.rest < 0;
  const isReady =
    entry.client !== null && entry.amount !== null && entry.amount > 0 && entry.receivedOn !== null;

  const submit = async () => {
    setAttempted(true);
    if (!isReady || isOver || entry.client === null || entry.receivedOn === null) return;
    if (!spread.isCurrent) return;
    const { client: payer, receivedOn, method, reference } = entry;
    try {
      const done = await record.run({
        payment: { client: payer, amount, receivedOn, method, reference, note: "" },
        allocations: allocationsOf(spread),
      });
      finish(done, amount);
    } catch {
      // Shown by the form through record.error.
    }
  };
  const missing = (isMissing: boolean, words: string) => (attempted && isMissing ? words : null);

  return (
    <Form
      label={t("payments.title")}
      error={record.error}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button
            type="submit"
            kind="primary"
            isPending={record.isPending}
            isDisabled={isReady && !spread.isCurrent}
          >
            {entry.amount !== null && entry.amount > 0
              ? t("payments.record", { amount: money(amount) })
              : t("payments.record.plain")}
          </Button>
          <Button kind="quiet" onPress={goBack}>
            {t("common.cancel")}
          </Button>
        </>
      }
    >
      <ClientPicker
        label={t("payments.client")}
        name="client"
        value={entry.client}
        onChange={(id) => set({ client: id, ...(id === entry.client ? {} : { amount: null }) })}
        error={missing(entry.client === null, t("payments.problem.client"))}
        autoFocus={client === null}
      />
      <FieldRow columns={3}>
        <MoneyField
          label={t("payments.amount")}
          name="amount"
          currency={entry.currency}
          value={entry.amount}
          min={1}
          onChange={(minor) => set({ amount: minor })}
          error={missing(entry.amount === null, t("payments.problem.amount"))}
          autoFocus={client !== null}
        />
        <DateField
          label={t("payments.receivedOn")}
          name="receivedOn"
          value={entry.receivedOn}
          max={today}
          today={today}
          onChange={(receivedOn) => set({ receivedOn })}
          error={missing(entry.receivedOn === null, t("payments.problem.date"))}
        />
        <Select
          label={t("payments.method")}
          name="method"
          value={entry.method}
          choices={methods.map((id) => ({ id, label: t(`parts.method.${id}`) }))}
          onChange={(method) => set({ method })}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t("payments.reference")}
          description={t("payments.reference.note")}
          name="reference"
          value={entry.reference}
          onChange={(reference) => set({ reference })}
        />
        <CurrencyField
          client={entry.client}
          value={entry.currency}
          onChange={(currency) => set({ currency, amount: null })}
        />
      </FieldRow>
      <Allocations
        spread={spread}
        client={entry.client === null ? null : name}
        amountMinor={entry.amount}
        currency={entry.currency}
      />
    </Form>
  );
}

function useClientName(client: string | null): string {
  const query = useQueryCommand("client.get", { id: client ?? "" }, { enabled: client !== null });
  return query.data?.client.name ?? "";
}

/** The open amount of the invoice is the likeliest payment; the client's own currency the likeliest one. */
function usePrefill(
  entry: Entry,
  invoiceId: string | null,
  set: (part: Partial<Entry>) => void,
): void {
  const invoice = useQueryCommand(
    "invoice.get",
    { id: invoiceId ?? "" },
    { enabled: invoiceId !== null },
  );
  const client = useQueryCommand(
    "client.get",
    { id: entry.client ?? "" },
    { enabled: entry.client !== null },
  );
  const filled = useRef<string | null>(null);
  const source = invoiceId ?? entry.client;
  // What was remembered from an earlier page may be paid by now: only an answer of this moment fills a sum.
  const isFresh = !invoice.isFetching && !client.isFetching;
  const open = client.data?.open.find(({ minor }) => minor > 0);
  const owed = isFresh ? (invoiceId === null ? open : invoice.data?.open) : undefined;
  useEffect(() => {
    if (owed === undefined || owed.minor <= 0 || filled.current === source) return;
    filled.current = source;
    if (entry.amount === null) set({ amount: owed.minor, currency: owed.currency });
    // Once for each client or invoice: what the owner types afterwards stays.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [source, owed?.minor, owed?.currency]);
}

interface CurrencyFieldProps {
  client: string | null;
  value: string;
  onChange: (currency: string) => void;
}

/** Shown where the client owes in more than one currency, or in another than the business's. */
function CurrencyField({ client, value, onChange }: CurrencyFieldProps) {
  const home = useStatus()?.currency ?? value;
  const view = useQueryCommand(
    "client.get",
    { id: client ?? "" },
    { enabled: client !== null },
  ).data;
  const codes = [...new Set([value, home, ...(view?.open ?? []).map(({ currency }) => currency)])];
  if (codes.length < 2) return null;
  return (
    <Select
      label={t("payments.currency")}
      value={value}
      choices={codes.map((code) => ({ id: code, label: code }))}
      onChange={onChange}
    />
  );
}

/** Says that it is recorded, and goes back to where the owner came from, or to the case that is at zero. */
function useFinish(client: string): (done: PaymentRecorded, amount: Money) => void {
  const go = useGo();
  const goBack = useGoBack();
  return (done, amount) => {
    const caseId = done.casesAtZero[0];
    if (caseId === undefined) {
      notify({ tone: "good", text: t("payments.recorded", { amount: money(amount), client }) });
    } else {
      notify({
        tone: "good",
        text: t("payments.recorded.zero", { amount: money(amount) }),
        actLabel: t("payments.recorded.openCase"),
        undo: () => go(path("cases", caseId)),
      });
    }
    goBack();
  };
}
