/** What a board says of itself. */
import type { ProblemBody } from '#shared/lib/problem.ts';
import type { Present } from '#shared/realtime/events.ts';
import type { Connection } from './connection.ts';
import type { HandedBack } from './kept-board.ts';

export interface BoardStatus {
  /** There is something to show, from this device or from the server. */
  readonly loaded: boolean;
  /** Unkept: offline, and this device will not keep what was typed. */
  readonly line: 'connecting' | 'saving' | 'saved' | 'offline' | 'unkept';
  readonly unsent: boolean;
  readonly mayEdit: boolean;
  readonly because: string | null;
  /** How full the board is, in percent; 0 where that is not known. */
  readonly filled: number;
  readonly present: readonly Present[];
  readonly myKey: string | null;
  readonly handedBack: readonly HandedBack[];
  readonly closed: ProblemBody | null;
  /** Goes up when the document is another one; whatever is bound to the old one must be bound anew. */
  readonly generation: number;
}

/** A board of which nothing is known yet. */
export const opening: BoardStatus = {
  loaded: false,
  line: 'connecting',
  unsent: false,
  mayEdit: false,
  because: null,
  filled: 0,
  present: [],
  myKey: null,
  handedBack: [],
  closed: null,
  generation: 0,
};

interface Known {
  readonly connection: ReturnType<Connection['line']>;
  readonly loaded: boolean;
  /** The server has taken this device's board up. */
  readonly opened: boolean;
  readonly unsent: boolean;
  /** All that is unsent outlives this page. */
  readonly isKept: boolean;
}

/** Never says saved of what the server has not acknowledged, nor offline of a board that is only just opening. */
export function lineOf({ connection, loaded, opened, unsent, isKept }: Known): BoardStatus['line'] {
  if (connection !== 'open' && !isKept) return 'unkept';
  if (connection !== 'open') return loaded || connection === 'down' ? 'offline' : 'connecting';
  if (!opened) return 'connecting';
  return unsent ? 'saving' : 'saved';
}

/** Who is here after some came or moved and others went. */
export function presentAfter({ present, myKey }: BoardStatus, here: readonly Present[], gone: readonly string[]): readonly Present[] {
  const replaced = new Set([...gone, ...here.map(({ key }) => key)]);
  return [...present.filter(({ key }) => !replaced.has(key)), ...here].filter(({ key }) => key !== myKey);
}
