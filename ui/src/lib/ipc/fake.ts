// A stand-in for the program, for tests of the window only.
import type { CommandName, Tag } from "./bindings.gen";
import type { RequestOf, ResponseOf } from "./backend";
import { type Host, type PickedFile, setHost } from "./host";

type Answer<C extends CommandName> = (request: RequestOf<C>) => ResponseOf<C>;
export type Answers = { [C in CommandName]?: Answer<C> };

export interface FakeHost extends Host {
  calls: { name: string; payload: unknown; requestId?: string | undefined }[];
  emitChanged(tags: readonly Tag[]): void;
  emitOpen(route: string): void;
  picked: PickedFile | null;
  /** Adds answers for commands that have none yet. */
  answer(more: Answers): void;
}

/** Answers commands from `answers`; an unknown command fails the way the program would. */
export function fakeHost(answers: Answers = {}, bytes?: Uint8Array<ArrayBuffer>): FakeHost {
  const changed = new Set<(tags: readonly Tag[]) => void>();
  const open = new Set<(route: string) => void>();
  const known: Answers = { ...answers };
  const fake: FakeHost = {
    answer: (more) => void Object.assign(known, { ...more, ...known }),
    calls: [],
    picked: null,
    async rpc(name, payload, requestId) {
      fake.calls.push({ name, payload, requestId });
      const answer = known[name as CommandName] as ((request: unknown) => unknown) | undefined;
      if (answer === undefined) throw new Error(`no answer for ${name}`);
      return answer(payload);
    },
    async rpcBytes(name, payload) {
      fake.calls.push({ name, payload });
      if (bytes === undefined) throw new Error(`no bytes for ${name}`);
      return bytes.buffer;
    },
    onChanged: (listener) => subscribe(changed, listener),
    onOpen: (listener) => subscribe(open, listener),
    pickFile: async () => fake.picked,
    pickFolder: async () => fake.picked,
    reveal: async () => undefined,
    openDocument: async () => undefined,
    openEml: async () => undefined,
    saveDocument: async () => null,
    revealDocument: async () => undefined,
    windowReady: async () => undefined,
    startFailure: async () => null,
    startsAtLogin: async () => false,
    setStartsAtLogin: async () => undefined,
    emitChanged: (tags) => changed.forEach((listener) => listener(tags)),
    emitOpen: (route) => open.forEach((listener) => listener(route)),
  };
  setHost(fake);
  return fake;
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
