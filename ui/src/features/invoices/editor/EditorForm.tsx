import { useEffect, useMemo } from "react";
import { useToday } from "@/app";
import {
  DateField,
  FieldRow,
  NumberField,
  Segmented,
  Select,
  TextArea,
  TextField,
} from "@/components";
import { date } from "@/lib/format";
import { t } from "@/lib/i18n";
import type { PriceItemView } from "@/lib/ipc/bindings.gen";
import { useQueryCommand } from "@/lib/ipc/hooks";
import { ClientPicker } from "@/parts/ClientPicker";
import css from "./EditorPage.module.css";
import { LineGrid } from "./LineGrid";
import { Spot } from "./problems";
import { ratesToOffer, taxForNewLine } from "./tax";
import { Deductions, Schedule } from "./Terms";
import { Totals } from "./Totals";
import type { Editor } from "./useEditor";

const noItems: readonly PriceItemView[] = [];
const NO_JOB = "none";

/** Everything of a draft that can be entered, in the order of the paper. */
export function EditorForm({ editor }: { editor: Editor }) {
  const { entry, change, changeLines, check, amounts } = editor;
  const items = useQueryCommand("priceList.get", {}).data?.items ?? noItems;
  const business = useQueryCommand("business.get", {}).data?.business;
  const country = business?.address.country ?? "";
  const priceItems = useMemo(() => items.map(({ item }) => item), [items]);
  const rates = useMemo(
    () => ratesToOffer(entry.lines, priceItems, country),
    [country, entry.lines, priceItems],
  );
  return (
    <div className={css.fields}>
      <Parties editor={editor} />
      <Dates editor={editor} />
      <LineGrid
        lines={entry.lines}
        onChange={changeLines}
        currency={entry.currency}
        amounts={amounts}
        rates={rates}
        items={items}
        newTax={() =>
          taxForNewLine(entry.lines, priceItems, country, (business?.vatId ?? "") !== "")
        }
      />
      <div className={css.sumRow}>
        <Segmented
          label={t("invoices.taxMode")}
          value={entry.taxMode}
          choices={[
            { id: "added", label: t("invoices.taxMode.added") },
            { id: "included", label: t("invoices.taxMode.included") },
          ]}
          onChange={(taxMode) => change({ taxMode })}
        />
        {entry.lines.length > 0 && <Totals check={check} />}
      </div>
      {entry.prepayments.length > 0 && (
        <Deductions
          prepayments={entry.prepayments}
          onChange={(prepayments) => change({ prepayments })}
        />
      )}
      <Spot path="instalments">
        {(error) => (
          <>
            <Schedule entry={entry} payable={check?.totals?.payable ?? null} onChange={change} />
            {error !== null && (
              <p className={css.problem} role="alert">
                {error}
              </p>
            )}
          </>
        )}
      </Spot>
      <References editor={editor} />
      <Spot path="note">
        {(error) => (
          <TextArea
            label={t("invoices.fact.note")}
            value={entry.note}
            rows={3}
            error={error}
            onChange={(note) => change({ note })}
          />
        )}
      </Spot>
      {check !== null && check.lateClause !== null && (
        <p className={css.clause}>{t("invoices.lateClause", { words: check.lateClause })}</p>
      )}
    </div>
  );
}

function Parties({ editor }: { editor: Editor }) {
  const { entry, change } = editor;
  const client = useQueryCommand(
    "client.get",
    { id: entry.client ?? "" },
    { enabled: entry.client !== null },
  ).data;
  const jobs = useQueryCommand(
    "jobs.list",
    { search: "", client: entry.client, offset: 0, limit: 200 },
    { enabled: entry.client !== null, keepPrevious: true },
  ).data;
  const choices = [
    { id: NO_JOB, label: t("invoices.editor.noJob") },
    ...(entry.client === null ? [] : (jobs?.rows ?? [])).map((job) => ({
      id: job.id,
      label: job.title,
      ...(job.eventOn === null ? {} : { note: date(job.eventOn) }),
    })),
  ];

  // A newly chosen client brings their own terms and reference, where the draft has none of its own.
  const choose = (id: string | null) =>
    change({ client: id, ...(id === entry.client ? {} : { job: null }) });
  const { clientReference, client: chosen } = entry;
  useEffect(() => {
    if (client === undefined || client.id !== chosen) return;
    if (clientReference === "" && client.client.reference !== "") {
      change({ clientReference: client.client.reference });
    }
    // Once for each client that is chosen: what the owner clears afterwards stays cleared.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client?.id, chosen]);

  return (
    <FieldRow>
      <Spot path="client">
        {(error) => (
          <ClientPicker
            label={t("invoices.column.client")}
            value={entry.client}
            onChange={choose}
            error={error}
            allowNew
            autoFocus={entry.client === null}
          />
        )}
      </Spot>
      <Spot path="job">
        {(error) => (
          <Select
            label={t("invoices.fact.job")}
            value={entry.job ?? NO_JOB}
            choices={choices}
            error={error}
            isDisabled={entry.client === null}
            onChange={(id) => change({ job: id === NO_JOB ? null : id })}
          />
        )}
      </Spot>
    </FieldRow>
  );
}

function Dates({ editor }: { editor: Editor }) {
  const { entry, change, check } = editor;
  const today = useToday();
  const dueOn = check?.dueOn ?? null;
  const isSplit = entry.instalments.length > 0;
  return (
    <FieldRow columns={3}>
      <Spot path="issueOn">
        {(error) => (
          <DateField
            label={t("invoices.editor.issueOn")}
            description={entry.issueOn === null ? t("invoices.editor.issueToday") : undefined}
            value={entry.issueOn}
            today={today}
            error={error}
            onChange={(issueOn) => change({ issueOn })}
          />
        )}
      </Spot>
      <Spot path="paymentDays">
        {(error) => (
          <NumberField
            label={t("invoices.editor.days")}
            suffix={t("invoices.editor.daysUnit")}
            description={
              isSplit
                ? t("invoices.editor.dueByParts")
                : dueOn === null
                  ? undefined
                  : t("invoices.editor.due", { date: date(dueOn, "long") })
            }
            value={entry.paymentDays}
            min={0}
            max={730}
            error={error}
            onChange={(paymentDays) => change({ paymentDays })}
          />
        )}
      </Spot>
      <Spot path="serviceOn">
        {(error) => (
          <DateField
            label={t("invoices.fact.service")}
            value={entry.serviceOn}
            today={today}
            error={error}
            onChange={(serviceOn) => change({ serviceOn })}
          />
        )}
      </Spot>
    </FieldRow>
  );
}

function References({ editor }: { editor: Editor }) {
  const { entry, change } = editor;
  const currencies = useQueryCommand("currencies.list", {}).data?.codes ?? [];
  const codes = [...new Set([entry.currency, ...currencies.map(({ code }) => code)])];
  return (
    <FieldRow columns={3}>
      <Spot path="purchaseOrder">
        {(error) => (
          <TextField
            label={t("invoices.fact.purchaseOrder")}
            value={entry.purchaseOrder}
            error={error}
            onChange={(purchaseOrder) => change({ purchaseOrder })}
          />
        )}
      </Spot>
      <Spot path="clientReference">
        {(error) => (
          <TextField
            label={t("invoices.fact.clientReference")}
            value={entry.clientReference}
            error={error}
            onChange={(clientReference) => change({ clientReference })}
          />
        )}
      </Spot>
      <Spot path="currency">
        {(error) => (
          <Select
            label={t("invoices.fact.currency")}
            value={entry.currency}
            choices={codes.map((code) => ({ id: code, label: code }))}
            error={error}
            onChange={(currency) => change({ currency })}
          />
        )}
      </Spot>
    </FieldRow>
  );
}
