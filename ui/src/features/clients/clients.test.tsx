import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { clientView } from "@/test/facts/case";
import { renderPage } from "@/test/render";

describe("clients", () => {
  it("teach when there are none", async () => {
    const page = await renderPage(
      "/clients",
      fakeHost({ "clients.list": () => ({ rows: [], total: 0 }) }),
    );
    expect(await page.findByText("Your clients will be here")).toBeTruthy();
    await expectAccessible(page.container);
  });

  it("are asked for again as the search changes", async () => {
    const host = fakeHost({
      "clients.list": ({ search }) =>
        search === "zo"
          ? { rows: [], total: 0 }
          : {
              rows: [
                {
                  id: "c",
                  name: "Harper & Lowe",
                  kind: "company",
                  city: "Leeds",
                  email: "",
                  open: [],
                  overdue: [],
                },
              ],
              total: 1,
            },
    });
    const page = await renderPage("/clients", host);
    await page.findByRole("row", { name: "Harper & Lowe" });
    await userEvent.type(page.getByRole("searchbox", { name: "Find a client" }), "zo");
    expect(await page.findByText("Nobody found")).toBeTruthy();
  });
});

describe("a client", () => {
  it("shows each currency by itself and never a sum", async () => {
    const page = await renderPage(
      "/clients/client-1",
      fakeHost({ "client.get": () => clientView() }),
    );
    expect(page.getAllByText("£1,500")).toHaveLength(2);
    expect(page.getByText("€400")).toBeTruthy();
    expect(page.container.textContent).not.toContain("1,900");
    await expectAccessible(page.container);
  });

  it("tells how they have paid in words", async () => {
    const page = await renderPage(
      "/clients/client-1",
      fakeHost({ "client.get": () => clientView() }),
    );
    expect(page.getByText(/Of 3 paid invoices 2 came on time, 1 late/)).toBeTruthy();
    expect(page.getByText(/9 days after the due date/)).toBeTruthy();
  });

  it("explains a person who only takes messages", async () => {
    const page = await renderPage(
      "/clients/client-1",
      fakeHost({ "client.get": () => clientView() }),
    );
    expect(page.getByText("May be asked to pass on a call, and is never told why.")).toBeTruthy();
  });

  it("is saved with the version that was read, and a refusal lands beside its field", async () => {
    const host = fakeHost({
      "client.get": () => clientView(),
      "business.get": () => ({
        version: 1,
        business: null,
        hasLogo: false,
        hasSignature: false,
        suggestedTimeZone: "Europe/London",
      }),
      "client.save": () => {
        throw {
          code: "validation",
          message: "please check",
          fields: [{ field: "client.people[0].email", problem: "wrong_format" }],
        };
      },
    });
    const page = await renderPage("/clients/client-1/edit", host);
    await userEvent.click(page.getByRole("button", { name: "Save client" }));
    expect(await page.findByText("This does not have the right form.")).toBeTruthy();
    expect(host.calls.find(({ name }) => name === "client.save")?.payload).toMatchObject({
      id: "client-1",
      expectedVersion: 4,
    });
    await expectAccessible(page.container);
  });
});
