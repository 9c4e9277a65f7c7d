import "@fontsource-variable/inter/index.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { startAppearance } from "./app/appearance";
import { makeRouter } from "./app/router";
import { makeQueryClient } from "./lib/ipc/hooks";
import { setHost } from "./lib/ipc/host";
import { tauriHost } from "./lib/ipc/tauri";

setHost(tauriHost);
startAppearance();

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(<App router={makeRouter()} client={makeQueryClient()} />);
}
