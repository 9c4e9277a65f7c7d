import "@fontsource-variable/inter/index.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { startAppearance } from "./app/appearance";
import { makeRouter } from "./app/router";
import { askAhead, makeQueryClient } from "./lib/ipc/hooks";
import { setHost } from "./lib/ipc/host";
import { tauriHost } from "./lib/ipc/tauri";

setHost(tauriHost);
startAppearance();

const client = makeQueryClient();
askAhead(client, "app.status", {});
askAhead(client, "settings.get", {});
if (["", "#/", "#/today"].includes(location.hash)) {
  askAhead(client, "today.get", {});
  askAhead(client, "business.get", {});
}

// The first picture is the finished one. A page that suspends before it was ever drawn is held back for a third of a
// second, and text laid out before its typeface is there makes WebKit look for every substitute, once for each size.
// Not awaited at the top of this file: the code of other pages waits until this file has run.
async function start(): Promise<void> {
  const router = makeRouter();
  const typeface = document.fonts.load('1em "Inter Variable"', "a").catch(() => []);
  await Promise.all([router.load(), typeface]);
  const root = document.getElementById("root");
  if (root !== null) {
    createRoot(root).render(<App router={router} client={client} />);
  }
}

void start();
