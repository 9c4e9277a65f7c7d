import { useId, useState } from "react";
import { path, useGo } from "@/app";
import { Button, Dialog, FieldRow, Form, NumberField, Select, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { DocumentRow, PostKind } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";

/** What can be made for papers that are posted. */
export const letterPosts = ["envelope", "labels", "posting_list"] as const satisfies PostKind[];
export type LetterPost = (typeof letterPosts)[number];

interface PostDialogProps {
  kind: LetterPost;
  rows: readonly DocumentRow[];
  onClose: () => void;
}

/** Asks what an envelope, labels or a posting list need to know, and makes it for the chosen papers. */
export function PostDialog({ kind, rows, onClose }: PostDialogProps) {
  const go = useGo();
  const formId = useId();
  const make = useMutationCommand("post.make");
  const choices = useQueryCommand("post.choices", {}).data;
  const business = useQueryCommand("business.get", {}).data?.business;
  const [picked, setPicked] = useState<string | null>(null);
  const [first, setFirst] = useState<number | null>(1);
  const [service, setService] = useState("");
  const [typedName, setTypedName] = useState<string | null>(null);
  const kinds = kind === "labels" ? choices?.labels : choices?.envelopes;
  const on = picked ?? kinds?.[0]?.id ?? null;
  const postedBy = typedName ?? business?.name ?? "";
  const clients = new Set(rows.map((row) => row.clientId));
  const isOne = kind !== "envelope" || clients.size === 1;
  const submit = async () => {
    try {
      const made = await make.run({
        kind,
        documents: rows.map((row) => row.id),
        on: kind === "posting_list" ? null : on,
        firstLabel: first ?? 1,
        service,
        postedBy,
      });
      onClose();
      go(path("documents", made.document, "view"));
    } catch {
      // Shown by the form.
    }
  };
  return (
    <Dialog
      title={t(`documents.post.title.${kind}`)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            isPending={make.isPending}
            isDisabled={!isOne || first === null}
          >
            {t("documents.post.make")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={make.error} onSubmit={() => void submit()}>
        <p>{t(isOne ? `documents.post.text.${kind}` : "documents.post.oneClient")}</p>
        {kind !== "posting_list" && (
          <FieldRow>
            <Select
              label={t(kind === "labels" ? "documents.post.sheet" : "documents.post.size")}
              name="on"
              value={on}
              onChange={setPicked}
              choices={(kinds ?? []).map(({ id, name }) => ({ id, label: name }))}
            />
            {kind === "labels" && (
              <NumberField
                label={t("documents.post.first")}
                name="firstLabel"
                value={first}
                onChange={setFirst}
                min={1}
              />
            )}
          </FieldRow>
        )}
        {kind === "posting_list" && (
          <FieldRow>
            <TextField
              label={t("documents.post.service")}
              description={t("documents.post.serviceNote")}
              name="service"
              value={service}
              onChange={setService}
            />
            <TextField
              label={t("documents.post.by")}
              name="postedBy"
              value={postedBy}
              onChange={setTypedName}
              isRequired
            />
          </FieldRow>
        )}
      </Form>
    </Dialog>
  );
}
