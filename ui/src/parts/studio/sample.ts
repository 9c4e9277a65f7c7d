// A made-up client and job, to show on a real page how papers will look. Nothing of it is stored.
import { t } from "@/lib/i18n";
import type { Business, ClientFacts, DraftInvoice, Line } from "@/lib/ipc/bindings.gen";

export interface Sample {
  client: ClientFacts;
  draft: DraftInvoice;
}

export function sampleFor(business: Business): Sample {
  const line = (description: string, quantity: number, unitPrice: number): Line => ({
    description,
    quantity,
    unit: "",
    unitPrice,
    discount: { kind: "none" },
    tax: { code: "S", rate: 200_000, reason: "" },
  });
  return {
    client: {
      kind: "company",
      name: t("studio.sample.client"),
      address: {
        lines: [t("studio.sample.street")],
        postcode: business.address.postcode,
        city: business.address.city,
        region: business.address.region,
        country: business.address.country,
      },
      email: "",
      phone: "",
      vatId: "",
      reference: "",
      language: business.language,
      paymentDays: null,
      people: [],
      doNotContact: false,
      note: "",
    },
    draft: {
      client: null,
      job: null,
      currency: business.currency,
      issueOn: null,
      serviceOn: null,
      paymentDays: business.paymentDays,
      taxMode: "added",
      lines: [
        line(t("studio.sample.day"), 1000, 18_000_000),
        line(t("studio.sample.second"), 1000, 6_500_000),
        line(t("studio.sample.prints"), 12_000, 350_000),
      ],
      instalments: [],
      prepayments: [],
      purchaseOrder: "",
      clientReference: "",
      note: "",
    },
  };
}
