import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { fakeHost } from "@/lib/ipc/fake";
import { expectAccessible } from "@/test/axe";
import { frameAnswers, renderPage } from "@/test/render";

describe("the window", () => {
  beforeEach(() => localStorage.clear());

  it("shows_the_studio_the_places_and_where_we_are", async () => {
    const { container } = await renderPage("/documents");
    expect(screen.getByText("Field & Grain")).toBeTruthy();
    expect(screen.getByRole("link", { current: "page" }).textContent).toContain("Documents");
    expect(document.title).toBe("Documents · Safelight");
    await expectAccessible(container);
  });

  it("opens_the_palette_by_key_finds_and_goes_there", async () => {
    const host = fakeHost({
      "search.find": () => ({
        hits: [{ kind: "client", id: "c 1", title: "Harper & Lowe", detail: "2 invoices" }],
      }),
    });
    await renderPage("/documents", host);
    await userEvent.keyboard("{Control>}k{/Control}");
    await userEvent.type(await screen.findByRole("searchbox"), "harper");
    expect(await screen.findByText("Harper & Lowe")).toBeTruthy();
    await expectAccessible(document.body);
    await userEvent.clear(screen.getByRole("searchbox"));
    await userEvent.type(screen.getByRole("searchbox"), "settings{Enter}");
    await waitFor(() => expect(document.title).toBe("Settings · Safelight"));
  });

  it("asks_again_when_something_changed_elsewhere", async () => {
    const host = fakeHost();
    await renderPage("/documents", host);
    const asked = () => host.calls.filter((call) => call.name === "app.status").length;
    const before = asked();
    host.emitChanged(["cases"]);
    await waitFor(() => expect(asked(), "app.status rests on cases").toBe(before + 1));
    host.emitChanged(["price_list"]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked(), "nothing of the price list is shown in the frame").toBe(before + 1);
  });

  it("goes_where_a_notification_points", async () => {
    const host = fakeHost();
    await renderPage("/documents", host);
    host.emitOpen("/settings");
    await waitFor(() => expect(document.title).toBe("Settings · Safelight"));
  });

  it("begins_with_the_first_run_and_nothing_else", async () => {
    const status = frameAnswers["app.status"]!({});
    const host = fakeHost({ "app.status": () => ({ ...status, phase: "first_run" }) });
    await renderPage("/documents", host);
    expect(screen.queryByRole("navigation")).toBeNull();
  });

  it("says_what_to_do_when_the_program_refuses", async () => {
    const host = fakeHost({
      "app.status": () => {
        throw { code: "newer_file", message: "schema 99", fields: [] };
      },
    });
    host.answer(frameAnswers);
    void renderPage("/documents", host).catch(() => undefined);
    expect(await screen.findByText("This file was written by a newer Safelight")).toBeTruthy();
  });

  it("says_where_the_file_is_that_could_not_be_opened", async () => {
    const error = { code: "corrupt" as const, message: "page 7", fields: [] };
    const host = fakeHost({
      "app.status": () => {
        throw error;
      },
    });
    host.startFailure = async () => ({ error, folder: "/media/studio/Safelight" });
    host.answer(frameAnswers);
    const { container } = await renderPage("/today", host);
    expect(screen.getByRole("heading", { name: "The file is damaged" })).toBeTruthy();
    expect(await screen.findByText("/media/studio/Safelight")).toBeTruthy();
    expect(screen.queryByRole("navigation"), "no place can be opened").toBeNull();
    await expectAccessible(container);
  });
});
