import { useId, useState } from "react";
import { Button, Dialog, FieldRow, Form, Select, TextField } from "@/components";
import { t } from "@/lib/i18n";
import type { Address, ClientFacts, ClientKind } from "@/lib/ipc/bindings.gen";
import { useMutationCommand, useQueryCommand } from "@/lib/ipc/hooks";
import { CountrySelect } from "./CountrySelect";

const kinds: readonly ClientKind[] = ["consumer", "sole_trader", "company", "public_body"];

interface NewClientDialogProps {
  name: string;
  onClose: () => void;
  onMade: (id: string) => void;
}

const noAddress: Address = { lines: [], postcode: "", city: "", region: "", country: "" };

/** The least a client needs so that an invoice can be addressed. */
export function NewClientDialog({ name, onClose, onMade }: NewClientDialogProps) {
  const formId = useId();
  const save = useMutationCommand("client.save");
  const home = useQueryCommand("business.get", {}).data?.business?.address.country ?? "";
  const [facts, setFacts] = useState<Pick<ClientFacts, "name" | "kind" | "email" | "vatId">>({
    name,
    kind: "company",
    email: "",
    vatId: "",
  });
  const [address, setAddress] = useState<Address>(noAddress);
  const set = (part: Partial<typeof facts>) => setFacts((before) => ({ ...before, ...part }));
  const place = (part: Partial<Address>) => setAddress((before) => ({ ...before, ...part }));
  const country = address.country === "" ? home : address.country;

  const submit = async () => {
    const lines = address.lines.map((line) => line.trim()).filter((line) => line !== "");
    const client: ClientFacts = {
      ...facts,
      address: { ...address, lines, country },
      phone: "",
      reference: "",
      language: "",
      paymentDays: null,
      people: [],
      doNotContact: false,
      note: "",
    };
    try {
      const made = await save.run({ id: null, expectedVersion: 0, client });
      onMade(made.id);
    } catch {
      // Shown by the form through save.error.
    }
  };

  return (
    <Dialog
      title={t("parts.client.new.title")}
      isOpen
      onClose={onClose}
      keepOnOutsideClick
      actions={
        <>
          <Button kind="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
          <Button kind="primary" type="submit" form={formId} isPending={save.isPending}>
            {t("parts.client.new.add")}
          </Button>
        </>
      }
    >
      <Form id={formId} error={save.error} onSubmit={() => void submit()}>
        <TextField
          label={t("parts.client.name")}
          name="name"
          value={facts.name}
          onChange={(next) => set({ name: next })}
          isRequired
          autoFocus
        />
        <FieldRow>
          <Select
            label={t("parts.client.kind")}
            name="kind"
            value={facts.kind}
            onChange={(kind) => set({ kind })}
            choices={kinds.map((id) => ({ id, label: t(`parts.client.kind.${id}`) }))}
          />
          <TextField
            label={t("parts.client.email")}
            name="email"
            type="email"
            value={facts.email}
            onChange={(email) => set({ email })}
          />
        </FieldRow>
        <TextField
          label={t("parts.client.street")}
          name="address.lines"
          value={address.lines[0] ?? ""}
          onChange={(line) => place({ lines: [line] })}
        />
        <FieldRow>
          <TextField
            label={t("parts.client.postcode")}
            name="address.postcode"
            value={address.postcode}
            onChange={(postcode) => place({ postcode })}
          />
          <TextField
            label={t("parts.client.city")}
            name="address.city"
            value={address.city}
            onChange={(city) => place({ city })}
          />
        </FieldRow>
        <FieldRow>
          <CountrySelect
            label={t("parts.client.country")}
            name="address.country"
            value={country}
            onChange={(code) => place({ country: code })}
          />
          {facts.kind !== "consumer" && (
            <TextField
              label={t("parts.client.vatId")}
              name="vatId"
              value={facts.vatId}
              onChange={(vatId) => set({ vatId })}
            />
          )}
        </FieldRow>
        <p>{t("parts.client.new.hint")}</p>
      </Form>
    </Dialog>
  );
}
