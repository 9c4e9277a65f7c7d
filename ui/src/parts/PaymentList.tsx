import { Undo2 } from "lucide-react";
import { useId, useState } from "react";
import { Amount, Button, Chip, Dialog, Form, notify, TextField } from "@/components";
import { useToday } from "@/app";
import { dateNear, money } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { PaymentRow } from "@/lib/ipc/bindings.gen";
import { useMutationCommand } from "@/lib/ipc/hooks";
import css from "./PaymentList.module.css";
import { ReceiptDialog } from "./ReceiptDialog";

/** Money that came, newest first as given, each with its way back. */
export function PaymentList({ payments }: { payments: readonly PaymentRow[] }) {
  const today = useToday();
  const [chosen, setChosen] = useState<PaymentRow | null>(null);
  const [receipt, setReceipt] = useState<PaymentRow | null>(null);
  return (
    <>
      <ul className={css.list} aria-label={t("parts.payments.label")}>
        {payments.map((payment) => (
          <li key={payment.id} data-reversed={payment.reversedOn === null ? undefined : ""}>
            <div className={css.words}>
              <b>
                <Amount value={payment.amount} />
              </b>
              <span>{facts(payment, today)}</span>
              {payment.reversedOn !== null && (
                <span>
                  {t("parts.payments.reversedOn", {
                    date: dateNear(payment.reversedOn, today),
                    reason: payment.reversalReason,
                  })}
                </span>
              )}
            </div>
            {payment.reversedOn === null ? (
              <div className={css.acts}>
                <Button kind="quiet" onPress={() => setReceipt(payment)}>
                  {t("parts.payments.receipt")}
                </Button>
                <Button kind="quiet" onPress={() => setChosen(payment)}>
                  {t("parts.payments.reverse")}
                </Button>
              </div>
            ) : (
              <Chip icon={Undo2}>{t("parts.payments.reversed")}</Chip>
            )}
          </li>
        ))}
      </ul>
      {receipt !== null && <ReceiptDialog payment={receipt} onClose={() => setReceipt(null)} />}
      {chosen !== null && <ReverseDialog payment={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function facts(payment: PaymentRow, today: string): string {
  const numbers = [...new Set(payment.allocations.map((part) => part.number))];
  return [
    dateNear(payment.receivedOn, today),
    t(`parts.method.${payment.method}`),
    // A reference that only names the invoice says nothing more than what follows.
    numbers.includes(payment.reference) ? "" : payment.reference,
    numbers.length === 0 ? "" : t("parts.payments.for", { numbers: numbers.join(", ") }),
    payment.unallocated.minor > 0 && payment.reversedOn === null
      ? t("parts.payments.unallocated", { amount: money(payment.unallocated) })
      : "",
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function ReverseDialog({ payment, onClose }: { payment: PaymentRow; onClose: () => void }) {
  const formId = useId();
  const today = useToday();
  const reverse = useMutationCommand("payment.reverse");
  const [reason, setReason] = useState("");
  const amount = money(payment.amount);
  const submit = async () => {
    try {
      await reverse.run({ id: payment.id, reason });
      notify({ text: t("parts.payments.reverse.done", { amount }) });
      onClose();
    } catch {
      // Shown by the form through reverse.error.
    }
  };
  return (
    <Dialog
      title={t("parts.payments.reverse.title")}
      size="small"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="danger" type="submit" form={formId} isPending={reverse.isPending}>
            {t("parts.payments.reverse")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={reverse.error} onSubmit={() => void submit()}>
        <p>
          {t("parts.payments.reverse.text", { amount, date: dateNear(payment.receivedOn, today) })}
        </p>
        <TextField
          label={t("parts.payments.reverse.reason")}
          description={t("parts.payments.reverse.reasonHint")}
          name="reason"
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
        />
      </Form>
    </Dialog>
  );
}
