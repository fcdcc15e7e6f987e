/**
 * What this device keeps of a board for one person: the board as last seen, words not yet acknowledged, words handed back.
 * The store is named by the person, so that somebody else on the same tablet neither sees nor sends them.
 */
import { type PersonStore, personStore } from '#client/api/person-store.ts';
import {
  type Device,
  type DeviceCopy,
  emptySeen,
  type HandedBack,
  type KeptBoard,
  merged,
  nothingKept,
  type Seen,
  together,
  type Unsent,
} from './kept-board.ts';
import { forgetLastLetters, hasLastLetters, lastLetters } from './last-letters.ts';

const unsentOf = (boardId: string): string => `unsent/${boardId}`;
const backOf = (boardId: string): string => `back/${boardId}`;
const stateOf = (boardId: string): string => `state/${boardId}`;

/** IndexedDB; where a browser refuses it (a private window) the board works without a copy. */
export function browserDevice(): Device {
  return { board: browserCopy };
}

function browserCopy(personId: string, boardId: string): DeviceCopy {
  const store = personStore(personId);
  const letters = lastLetters(personId, boardId);
  const change = <T>(name: string, to: (kept: readonly T[]) => readonly T[]) => store.change<readonly T[]>(name, (kept = []) => to(kept));
  return {
    async read() {
      const last = letters.found();
      if (last.length > 0) {
        const taking = change<Unsent>(unsentOf(boardId), (kept) => together(kept, last));
        void taking.then((took) => took !== 'failed' && letters.remove(last.map(({ id }) => id)));
      }
      const kept = await soon(
        orNothing(() => readBoard(store, boardId), nothingKept),
        nothingKept,
      );
      return { ...kept, unsent: together(kept.unsent, last) };
    },
    async keepUnsent(unsent) {
      const isWritten = letters.write(unsent);
      const stored = await change<Unsent>(unsentOf(boardId), (kept) => together(kept, [unsent]));
      if (stored === 'failed') return isWritten;
      letters.remove([unsent.id]);
      return stored === 'written';
    },
    async forgetUnsent(ids) {
      letters.remove(ids);
      await change<Unsent>(unsentOf(boardId), (kept) => kept.filter(({ id }) => !ids.has(id)));
    },
    keepBack: async (back) => (await change<HandedBack>(backOf(boardId), (kept) => together(kept, [back]))) === 'written',
    async forgetBack(backId) {
      await change<HandedBack>(backOf(boardId), (kept) => kept.filter(({ id }) => id !== backId));
    },
    async keepState(seen) {
      await store.change<Seen>(stateOf(boardId), (kept) => merged(kept ?? null, seen));
    },
    async startOver(epoch) {
      await store.change<Seen>(stateOf(boardId), () => emptySeen(epoch));
    },
  };
}

/** Whether this person has words on this device that have not arrived. */
export async function hasUnsentWords(personId: string): Promise<boolean> {
  if (hasLastLetters(personId)) return true;
  const store = personStore(personId);
  const names = (await orNothing(() => store.names(), [])).filter((name) => /^(unsent|back)\//.test(name));
  for (const name of names) if (((await store.read<readonly unknown[]>(name)) ?? []).length > 0) return true;
  return false;
}

/** Lets go of everything this device keeps for a person, and of what pages that are still open would keep for them. */
export async function forgetDevice(personId: string): Promise<void> {
  forgetLastLetters(personId);
  await personStore(personId).end();
}

async function readBoard(store: PersonStore, boardId: string): Promise<KeptBoard> {
  const seen = (await store.read<Seen>(stateOf(boardId))) ?? null;
  const unsent = (await store.read<readonly Unsent[]>(unsentOf(boardId))) ?? [];
  const handedBack = (await store.read<readonly HandedBack[]>(backOf(boardId))) ?? [];
  return { seen, unsent, handedBack };
}

/** A browser that refuses its database may do so at once, or later. */
async function orNothing<T>(work: () => Promise<T>, nothing: T): Promise<T> {
  try {
    return await work();
  } catch {
    return nothing;
  }
}

/** A database that does not answer at all, as happens, keeps nobody from their board. What it holds waits for the next opening. */
function soon<T>(work: Promise<T>, nothing: T): Promise<T> {
  return Promise.race([work, new Promise<T>((resolve) => setTimeout(() => resolve(nothing), 5000))]);
}
