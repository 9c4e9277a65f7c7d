import type { ApiError, Tag } from "./bindings.gen";

/** A file the owner picked. The window never sees a path, only this token. */
export interface PickedFile {
  token: string;
  name: string;
  size: number;
}

/** Why the studio could not be opened. */
export interface StartFailure {
  error: ApiError;
  folder: string;
}

/** What the window needs from the program around it. The shell is one; tests bring another. */
export interface Host {
  rpc(name: string, payload: unknown, requestId?: string): Promise<unknown>;
  rpcBytes(name: string, payload: unknown): Promise<ArrayBuffer>;
  onChanged(listener: (tags: readonly Tag[]) => void): () => void;
  onOpen(listener: (route: string) => void): () => void;
  pickFile(purpose: string): Promise<PickedFile | null>;
  pickFolder(purpose: string): Promise<PickedFile | null>;
  reveal(payload: Readonly<Record<string, unknown>>): Promise<void>;
  openDocument(payload: Readonly<Record<string, unknown>>): Promise<void>;
  /** Opens a letter as a message ready to send, in the computer's mail program. */
  openEml(payload: { id: string; name?: string }): Promise<void>;
  /** Asks where to save a paper; null when the owner cancels. */
  saveDocument(payload: { id: string; name?: string }): Promise<{ name: string } | null>;
  /** Shows a copy of a paper in the computer's file manager. */
  revealDocument(payload: { id: string; name?: string }): Promise<void>;
  windowReady(): Promise<void>;
  /** Null when the studio is open. */
  startFailure(): Promise<StartFailure | null>;
  /** Starts a sample studio beside this one; absent where the program offers none. */
  openSample?: () => Promise<void>;
  startsAtLogin(): Promise<boolean>;
  setStartsAtLogin(starts: boolean): Promise<void>;
}

let current: Host | null = null;

export function setHost(host: Host): void {
  current = host;
}

export function host(): Host {
  if (current === null) throw new Error("setHost has not been called");
  return current;
}
