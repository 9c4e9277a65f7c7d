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
import { startWithToday } from "./routes/today";

setHost(tauriHost);
startAppearance();

const client = makeQueryClient();
askAhead(client, "app.status", {});
askAhead(client, "settings.get", {});
if (["", "#/", "#/today"].includes(location.hash)) startWithToday(client);

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(<App router={makeRouter()} client={client} />);
}
