/** A server's document behind the gate, with client ids bound on first use, as a board's room does it. */
import * as Y from 'yjs';
import { newBoardDoc as newDoc } from '#shared/board/new-doc.ts';
import { editorRules, type Sender } from '#server/boards/gate/board-rules.ts';
import { checkUpdate } from '#server/boards/gate/gate.ts';
import { LIVE_LIMITS, type GateLimits } from '#server/boards/gate/limits.ts';
import type { GatePassed, GateVerdict } from '#server/boards/gate/verdict.ts';

export interface Receipt {
  readonly verdict: GateVerdict;
  /** What the server document emitted: the bytes that are kept and broadcast. */
  readonly emitted: readonly Uint8Array[];
}

export class World {
  doc: Y.Doc;
  readonly bindings = new Map<number, string>();
  /** Everything the document has emitted, in order. */
  readonly log: Uint8Array[] = [];
  /** Client ids one person may bind. */
  maxClients = 500;

  constructor(serverClient = 1) {
    this.doc = newBoardDoc(serverClient);
    this.bindings.set(serverClient, 'server');
  }

  /** Content the server makes itself, as a board's first content. */
  seed(write: (doc: Y.Doc) => void): void {
    this.log.push(...whatIsEmitted(this.doc, () => this.doc.transact(() => write(this.doc), 'server')));
  }

  sender(person: string): Sender {
    return {
      owns: (client) => this.bindings.get(client) === person,
      mayBind: (client) => !this.bindings.has(client) && this.boundBy(person) < this.maxClients,
    };
  }

  check(person: string, update: Uint8Array, limits: GateLimits = LIVE_LIMITS): GateVerdict {
    return checkUpdate(this.doc, update, editorRules(this.sender(person), limits));
  }

  receive(person: string, update: Uint8Array, limits?: GateLimits): Receipt {
    const verdict = this.check(person, update, limits);
    return { verdict, emitted: verdict.ok ? this.admit(person, update, verdict) : [] };
  }

  /** Binds and applies what has passed. */
  protected admit(person: string, update: Uint8Array, verdict: GatePassed): Uint8Array[] {
    if (verdict.noop) return [];
    for (const client of verdict.newClients) this.bindings.set(client, person);
    const emitted = whatIsEmitted(this.doc, () => Y.applyUpdate(this.doc, update, 'client'));
    this.log.push(...emitted);
    return emitted;
  }

  /** As after a restart: the document as it is read back. */
  reload(): void {
    const state = Y.encodeStateAsUpdate(this.doc);
    const { clientID } = this.doc;
    this.doc = newBoardDoc();
    Y.applyUpdate(this.doc, state);
    this.doc.clientID = clientID;
  }

  private boundBy(person: string): number {
    let count = 0;
    for (const owner of this.bindings.values()) if (owner === person) count += 1;
    return count;
  }
}

export function newBoardDoc(clientId?: number): Y.Doc {
  const doc = newDoc();
  if (clientId !== undefined) doc.clientID = clientId;
  return doc;
}

/** A board document read from one update. */
export function docFrom(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = newBoardDoc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

export function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

/** The updates a document emits while something is done to it. */
export function whatIsEmitted(doc: Y.Doc, act: () => void): Uint8Array[] {
  const emitted: Uint8Array[] = [];
  const listen = (bytes: Uint8Array): void => void emitted.push(bytes);
  doc.on('update', listen);
  try {
    act();
  } finally {
    doc.off('update', listen);
  }
  return emitted;
}
