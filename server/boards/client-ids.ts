/**
 * Whose Yjs client ids are whose on a board, and how many more somebody may bind. A page takes a new one each time it is loaded, so what is
 * bounded is how many somebody takes in a month: over the years nobody runs out. An id itself is never let go: whose it was, it stays.
 */
import type { LoadedBoard } from './load-board.ts';
import type { ClientRow } from './store.ts';

/** Client ids one person may bind on one board within the time below. */
export const perPerson = 500;
const withinMs = 30 * 24 * 3_600_000;

export type Owners = Pick<LoadedBoard, 'owners' | 'recent'>;

export function mayBindMore({ recent }: Owners, personId: string, now: Date): number {
  const bound = (recent.get(personId) ?? []).filter((at) => now.getTime() - at < withinMs);
  return Math.max(0, perPerson - bound.length);
}

/** As it is kept in rows, in whatever order. */
export function boundBy(rows: readonly ClientRow[]): Owners {
  const board: Owners = { owners: new Map(), recent: new Map() };
  for (const { clientId, personId, createdAt } of rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())) {
    if (personId === null) board.owners.set(clientId, null);
    else bind(board, clientId, personId, createdAt);
  }
  return board;
}

/** From now on this client id is theirs. */
export function bind({ owners, recent }: Owners, clientId: number, personId: string, at: Date): void {
  owners.set(clientId, personId);
  // Only the newest count, and there is no use in more than may be bound.
  const times = recent.get(personId) ?? [];
  times.push(at.getTime());
  if (times.length > perPerson) times.shift();
  recent.set(personId, times);
}

/** The same for a look beside, as plain data. */
export function whose(board: Owners, personId: string, now: Date): { mine: number[]; taken: number[]; mayBind: number } {
  const mine: number[] = [];
  const taken: number[] = [];
  for (const [client, owner] of board.owners) (owner === personId ? mine : taken).push(client);
  return { mine, taken, mayBind: mayBindMore(board, personId, now) };
}
