import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory } from "@tanstack/react-router";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import { App } from "@/app/App";
import { makeRouter } from "@/app/router";
import { Notices } from "@/components";
import { type Answers, type FakeHost, fakeHost } from "@/lib/ipc/fake";
import { makeQueryClient } from "@/lib/ipc/hooks";

/** Renders one component with answers and notices around it. */
export function renderWith(content: ReactNode): RenderResult {
  return render(
    <QueryClientProvider client={makeQueryClient()}>
      {content}
      <Notices />
    </QueryClientProvider>,
  );
}

/** What the frame asks on every page. */
export const frameAnswers: Answers = {
  "app.status": () => ({
    phase: "ready",
    studio: "Field & Grain",
    today: "2026-11-21",
    language: "en-GB",
    currency: "GBP",
    sample: false,
    version: "0.1.0",
    counts: { today: 4, openInvoices: 14, overdueInvoices: 4, openCases: 4 },
    backup: { folder: "Copies", lastAt: "2026-11-21T08:00:00.000Z", problem: null },
    askAboutLogin: false,
  }),
  "settings.get": () => ({
    theme: "paper",
    contrast: "system",
    motion: "reduced",
    textSize: "normal",
    notifications: true,
    notificationDetails: false,
    quietFrom: 20,
    quietUntil: 8,
    askedAboutLogin: true,
  }),
};

/** Renders the whole window at `route`. The frame's own questions are answered unless `host` does. */
export async function renderPage(
  route: string,
  host: FakeHost = fakeHost(),
): Promise<RenderResult> {
  host.answer(frameAnswers);
  const router = makeRouter(createMemoryHistory({ initialEntries: [route] }));
  const result = render(<App router={router} client={makeQueryClient()} />);
  await result.findByRole("heading", { level: 1 });
  return result;
}
