import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Tag } from "./bindings.gen";
import type { Host, PickedFile, StartFailure } from "./host";

function subscribe<P>(event: string, listener: (payload: P) => void): () => void {
  let stopped = false;
  let stop: (() => void) | null = null;
  void listen<P>(event, (message) => listener(message.payload)).then((unlisten) => {
    if (stopped) unlisten();
    else stop = unlisten;
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

/** The only door from the window to the shell. */
export const tauriHost: Host = {
  rpc: (name, payload, requestId) => invoke("rpc", { name, payload, requestId: requestId ?? null }),
  rpcBytes: (name, payload) => invoke<ArrayBuffer>("rpc_bytes", { name, payload }),
  onChanged: (listener) =>
    subscribe<{ tags: readonly Tag[] }>("changed", (event) => listener(event.tags)),
  onOpen: (listener) => subscribe<{ route: string }>("open", (event) => listener(event.route)),
  pickFile: (purpose) => invoke<PickedFile | null>("pick_file", { purpose }),
  pickFolder: (purpose) => invoke<PickedFile | null>("pick_folder", { purpose }),
  reveal: (payload) => invoke("reveal", { ...payload }),
  openDocument: (payload) => invoke("open_document", { ...payload }),
  openEml: (payload) => invoke("open_eml", { ...payload }),
  saveDocument: (payload) => invoke<{ name: string } | null>("save_document", { ...payload }),
  revealDocument: (payload) => invoke("reveal_document", { ...payload }),
  startFailure: () => invoke<StartFailure | null>("app_failure"),
  windowReady: () => invoke("window_ready"),
  startsAtLogin: () => invoke<boolean>("autostart_get"),
  setStartsAtLogin: (on) => invoke("autostart_set", { on }),
};
