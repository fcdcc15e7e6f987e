/**
 * The last letters: edits that the device's own database has not taken yet. It answers a moment later, and a page that goes within that moment
 * would lose them. So each is written here at once, under a name of its own (pages side by side do not meet), until the database has it.
 */
import { fromBase64, toBase64 } from 'lib0/buffer';
import { forget, keep, keptNames, readKept } from '#client/api/device.ts';
import type { Unsent } from './kept-board.ts';

export interface LastLetters {
  /** @returns whether the device took them */
  write(unsent: Unsent): boolean;
  remove(ids: Iterable<string>): void;
  /** What this page, a page beside it or one that is gone wrote and nobody removed, oldest first. */
  found(): Unsent[];
}

/** One edit of typing has some dozens of letters; where the database never answers there is an end to it. */
export const mostLetters = 500_000;

const nameOf = (personId: string, boardId = ''): string => `letters:${personId}:${boardId === '' ? '' : `${boardId}:`}`;

export function lastLetters(personId: string, boardId: string): LastLetters {
  const start = nameOf(personId, boardId);
  const mine = new Map<string, number>();
  let [written, letters] = [0, 0];
  return {
    write({ id, epoch, update }) {
      // Base64 makes four letters of three bytes.
      if (letters + (4 * update.length) / 3 > mostLetters) return false;
      const text = `${epoch} ${written++} ${toBase64(update)}`;
      if (!keep(start + id, text)) return false;
      mine.set(id, text.length);
      letters += text.length;
      return true;
    },
    remove(ids) {
      for (const id of ids) {
        keep(start + id, null);
        letters -= mine.get(id) ?? 0;
        mine.delete(id);
      }
    },
    found: () =>
      keptNames(start)
        .flatMap((name) => read(name.slice(start.length), readKept(name) ?? ''))
        .sort((a, b) => a.nth - b.nth)
        .map(({ unsent }) => unsent),
  };
}

/** Whether a person has some, on any board. */
export function hasLastLetters(personId: string): boolean {
  return keptNames(nameOf(personId)).length > 0;
}

export function forgetLastLetters(personId: string): void {
  forget(nameOf(personId));
}

/** What does not read was not written here. */
function read(id: string, text: string): { readonly nth: number; readonly unsent: Unsent }[] {
  const [, epoch, nth, update] = /^(\d+) (\d+) ([A-Za-z0-9+/]+=*)$/.exec(text) ?? [];
  return update === undefined ? [] : [{ nth: Number(nth), unsent: { id, epoch: Number(epoch), update: fromBase64(update) } }];
}
