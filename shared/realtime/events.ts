/** Everything that crosses a socket, both ways. Every client event but `board:where` is acknowledged with an Ack. */
import { z } from 'zod';
import { id } from '../lib/ids.ts';
import type { ProblemBody } from '../lib/problem.ts';
import { topic, type Topic } from './topics.ts';

/** Bytes arrive as Buffer in Node and ArrayBuffer in a browser; both read as Uint8Array. */
export const bytes = z
  .custom<Uint8Array | ArrayBuffer>((value) => value instanceof Uint8Array || value instanceof ArrayBuffer)
  .transform((value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value));

/** The largest update a live line may carry, in bytes; a larger one goes over HTTP, up to what one merge may hold. */
export const maxFrameBytes = 64 * 1024;
export const maxMergeBytes = 4 * 1024 * 1024;

/** The longest state vector a board is opened with, in bytes; a device with a longer one leaves it out and is sent everything. */
export const maxStateVectorBytes = 64_000;

export const watch = z.object({ topics: z.array(topic).max(60) });

export const openBoard = z.object({
  boardId: id,
  /** The epoch this device's copy belongs to; null when it has none. */
  epoch: z.number().int().nullable(),
  version: z.number().int(),
  stateVector: bytes.refine((vector) => vector.length <= maxStateVectorBytes),
});

export const editBoard = z.object({ boardId: id, epoch: z.number().int(), update: bytes });

/** Where somebody is; the server adds who they are. A caret is an encoded position the server does not read. Less than 1 kB in all. */
export const whereabouts = z.object({
  boardId: id,
  section: z.string().max(30).nullable(),
  elementId: id.nullable(),
  caret: z
    .string()
    .max(800)
    .regex(/^[ -~]*$/)
    .nullable(),
});
export type Whereabouts = z.infer<typeof whereabouts>;

export const closeBoard = z.object({ boardId: id });

/** Somebody on a board, as the server says. The key is one open page, not a person. */
export interface Present extends Omit<Whereabouts, 'boardId'> {
  readonly key: string;
  readonly personId: string;
  readonly label: string;
}

export type Ack<T extends object = object> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: ProblemBody };

export interface OpenedBoard {
  readonly epoch: number;
  readonly seq: number;
  /** Everything the device lacks. */
  readonly update: Uint8Array;
  /** What the server has, so that the device can send what the server lacks. */
  readonly stateVector: Uint8Array;
  readonly mayEdit: boolean;
  /** Why not, as a catalogue key. */
  readonly because: string | null;
  /** How full the board is, in percent; null while nobody has needed its document, and `board:filled` tells once somebody has. */
  readonly filled: number | null;
  readonly present: readonly Present[];
  /** My own key among those present. */
  readonly key: string;
}

export interface ClientEvents {
  'topics:watch': (input: z.input<typeof watch>, ack: (answer: Ack) => void) => void;
  'board:open': (input: z.input<typeof openBoard>, ack: (answer: Ack<OpenedBoard>) => void) => void;
  'board:edit': (input: z.input<typeof editBoard>, ack: (answer: Ack<{ seq: number }>) => void) => void;
  'board:where': (input: z.input<typeof whereabouts>) => void;
  'board:close': (input: z.input<typeof closeBoard>, ack: (answer: Ack) => void) => void;
}

export interface ServerEvents {
  'topics:stale': (topics: readonly Topic[]) => void;
  /** Committed edits; `update` may hold several people's. */
  'board:update': (news: { boardId: string; seq: number; update: Uint8Array }) => void;
  'board:present': (news: { boardId: string; here: readonly Present[]; gone: readonly string[] }) => void;
  /** This page did not read for a while and was sent no edits meanwhile: open the board again to catch up. */
  'board:behind': (news: { boardId: string }) => void;
  /** What I may do on this board has changed. */
  'board:may': (news: { boardId: string; mayEdit: boolean; because: string | null }) => void;
  /** How full the board is, in percent: told as it changes, from 80 on. */
  'board:filled': (news: { boardId: string; filled: number }) => void;
  /** The board was taken away: no longer allowed, or its epoch moved. */
  'board:closed': (news: { boardId: string; problem: ProblemBody }) => void;
  'session:ended': () => void;
}
