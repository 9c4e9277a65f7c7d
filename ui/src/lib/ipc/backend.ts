import type { CommandName, Commands } from "./bindings.gen";
import { IpcError } from "./error";
import { host } from "./host";

export type RequestOf<C extends CommandName> = Commands[C]["request"];
export type ResponseOf<C extends CommandName> = Commands[C]["response"];
export type QueryName = {
  [C in CommandName]: Commands[C]["kind"] extends "query" ? C : never;
}[CommandName];
/** Changes and acts: what alters the file, and what happens outside it. */
export type MutationName = {
  [C in CommandName]: Commands[C]["kind"] extends "change" | "act" ? C : never;
}[CommandName];
export type BytesName = {
  [C in CommandName]: Commands[C]["kind"] extends "bytes" ? C : never;
}[CommandName];

/** Calls one command. Rejects with an `IpcError`, never with anything else. */
export async function call<C extends CommandName>(
  name: C,
  request: RequestOf<C>,
  requestId?: string,
): Promise<ResponseOf<C>> {
  try {
    return (await host().rpc(name, request, requestId)) as ResponseOf<C>;
  } catch (thrown) {
    throw IpcError.from(thrown);
  }
}

/** Calls a command whose answer is a file (a page to draw). */
export async function callBytes<C extends BytesName>(
  name: C,
  request: RequestOf<C>,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await host().rpcBytes(name, request));
  } catch (thrown) {
    throw IpcError.from(thrown);
  }
}

/** One act of the owner, one id: sending it twice is doing it once. */
export function newRequestId(): string {
  return crypto.randomUUID();
}
