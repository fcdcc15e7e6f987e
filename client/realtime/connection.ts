/** One line to the server, in a browser or in Node: typed events, answers as promises, an honest state. */
import { io, type Socket } from 'socket.io-client';
import { readProblem } from '#client/api/read-problem.ts';
import { aroundMs } from '#shared/lib/new-id.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { Ack, ClientEvents, ServerEvents } from '#shared/realtime/events.ts';
import { packetParser } from '#shared/realtime/packet-parser.ts';
import { protocolVersion } from '#shared/realtime/protocol.ts';

export type LineState = 'connecting' | 'open' | 'down';
type Line = Socket<ServerEvents, ClientEvents>;

/** Client events that are answered, with what their answer carries. */
type Answered = {
  [E in keyof ClientEvents]: Parameters<ClientEvents[E]> extends [infer I, (answer: Ack<infer T>) => void] ? { input: I; answer: T } : never;
};
export type AnsweredEvent = { [E in keyof Answered]: Answered[E] extends never ? never : E }[keyof Answered];

export interface Connection {
  line(): LineState;
  /** @returns a function that stops listening */
  onLine(listener: (line: LineState) => void): () => void;
  /** @returns a function that stops listening */
  on<E extends keyof ServerEvents>(event: E, listener: ServerEvents[E]): () => void;
  /** @throws Problem as the server says, or unavailable when no answer comes */
  ask<E extends AnsweredEvent>(event: E, input: Answered[E]['input']): Promise<Answered[E]['answer']>;
  /** Sends what is too large for a live line over HTTP; resolves once it is durable. @throws Problem as the server says, or unavailable when no answer comes */
  merge(edit: LargeEdit): Promise<void>;
  /** Says where somebody is; lost when the line is down, and that is fine. */
  say(event: 'board:where', input: Parameters<ClientEvents['board:where']>[0]): void;
  close(): void;
}

export interface LargeEdit {
  readonly boardId: string;
  readonly epoch: number;
  readonly version: number;
  readonly update: Uint8Array;
}

export interface ConnectionOptions {
  /** Cookie to send along, for tools outside a browser. */
  readonly cookie?: string;
  /** Whose page this is: a line that would be somebody else's is not one for it. Left out, it is whoever the cookie names. */
  readonly as?: string | null;
  readonly answerWithinMs?: number;
}

/**
 * Opens the line; it comes back by itself, sooner at first. When it tries again is all chance, from at once to twice the wait and never
 * more than ten seconds, so that a restarted server is not stormed.
 */
export function makeConnection(url: string | undefined, { cookie, as, answerWithinMs = 20_000 }: ConnectionOptions = {}): Connection {
  const socket: Line = io(url ?? '/', {
    transports: ['websocket', 'polling'],
    parser: packetParser,
    auth: { version: protocolVersion, ...(as === undefined ? {} : { as }) },
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
    randomizationFactor: 1,
    ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
  });
  const listeners = new Set<(line: LineState) => void>();
  let line: LineState = 'connecting';
  const become = (next: LineState): void => {
    if (line === next) return;
    line = next;
    for (const listener of listeners) listener(next);
  };
  let again: ReturnType<typeof setTimeout> | undefined;
  socket.on('connect', () => become('open'));
  socket.on('disconnect', (reason) => {
    // The server cut this line itself (signed out, too slow): socket.io then waits to be told. Before anybody hears of it, who may close it.
    if (reason === 'io server disconnect') again = setTimeout(() => socket.connect(), aroundMs(1000));
    become('down');
  });
  socket.on('connect_error', () => become('down'));
  return {
    line: () => line,
    onLine: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    on: (event, listener) => {
      const untyped = socket as unknown as Listenable;
      untyped.on(event, listener);
      return () => untyped.off(event, listener);
    },
    ask: (event, input) => ask(socket, event, input, answerWithinMs),
    merge: (edit) => merge(`${url ?? ''}/api/boards/${edit.boardId}/merge?${new URLSearchParams(said(edit, as))}`, edit.update, cookie),
    say: (event, input) => void (socket.connected && socket.emit(event, input)),
    close: () => {
      clearTimeout(again);
      socket.disconnect();
    },
  };
}

/** A large merge may be long on its way. */
const mergeWithinMs = 120_000;

function said({ epoch, version }: LargeEdit, as: string | null | undefined): Record<string, string> {
  return { epoch: String(epoch), version: String(version), ...(typeof as === 'string' ? { as } : {}) };
}

async function merge(address: string, update: Uint8Array, cookie: string | undefined): Promise<void> {
  let answer: Response;
  let told: unknown;
  try {
    answer = await fetch(address, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', ...(cookie === undefined ? {} : { cookie }) },
      body: new Uint8Array(update),
      signal: AbortSignal.timeout(mergeWithinMs),
    });
    told = await answer.json();
  } catch {
    // Not `offline`: the line may be up, and then nothing but the clock says when to try again.
    throw new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 5000 });
  }
  if (answer.ok) return;
  const problem = readProblem(told);
  throw problem === null
    ? new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 5000 })
    : new Problem(problem.code, problem.reason, problem);
}

/** socket.io's own types tie each event to its listener one by one, which a generic event cannot follow. */
interface Listenable {
  on(event: string, listener: (...args: never[]) => void): unknown;
  off(event: string, listener: (...args: never[]) => void): unknown;
}

async function ask<T>(socket: Line, event: string, input: unknown, withinMs: number): Promise<T> {
  if (!socket.connected) throw new Problem('unavailable', 'problem.offline');
  const untyped: { timeout(ms: number): { emitWithAck(event: string, input: unknown): Promise<unknown> } } = socket as never; // as above: a generic event.
  let answer: unknown;
  try {
    answer = await untyped.timeout(withinMs).emitWithAck(event, input);
  } catch {
    throw new Problem('unavailable', 'problem.offline');
  }
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
    if (answer.ok === true) return answer as T; // the server's own events are typed by the same file.
    const problem = readProblem('problem' in answer ? answer.problem : null);
    if (problem !== null) throw new Problem(problem.code, problem.reason, problem);
  }
  throw new Problem('unexpected', 'problem.unexpected');
}
