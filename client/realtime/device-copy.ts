/**
 * What this device keeps of a board for one person: the board as last seen, words not yet acknowledged, words handed back.
 * The store is named by the person, so that somebody else on the same tablet neither sees nor sends them.
 */
import { clear, createStore, get, keys, set, update, type UseStore } from 'idb-keyval';
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
const databaseOf = (personId: string): string => `kindling-boards-${personId}`;

/** IndexedDB; where a browser refuses it (a private window) the board works without a copy. */
export function browserDevice(): Device {
  return { board: browserCopy };
}

function browserCopy(personId: string, boardId: string): DeviceCopy {
  const store = createStore(databaseOf(personId), 'boards');
  const letters = lastLetters(personId, boardId);
  const change = <T>(name: string, to: (kept: readonly T[]) => readonly T[]): Promise<boolean> =>
    worked(() => update<readonly T[]>(name, (kept = []) => to(kept), store));
  return {
    async read() {
      const last = letters.found();
      const taking = last.length > 0 ? change<Unsent>(unsentOf(boardId), (kept) => together(kept, last)) : Promise.resolve(false);
      void taking.then((isTaken) => isTaken && letters.remove(last.map(({ id }) => id)));
      const kept = await soon(
        orNothing(() => readBoard(store, boardId), nothingKept),
        nothingKept,
      );
      return { ...kept, unsent: together(kept.unsent, last) };
    },
    async keepUnsent(unsent) {
      const isWritten = letters.write(unsent);
      const isStored = await change<Unsent>(unsentOf(boardId), (kept) => together(kept, [unsent]));
      if (isStored) letters.remove([unsent.id]);
      return isStored || isWritten;
    },
    async forgetUnsent(ids) {
      letters.remove(ids);
      await change<Unsent>(unsentOf(boardId), (kept) => kept.filter(({ id }) => !ids.has(id)));
    },
    keepBack: (back) => change<HandedBack>(backOf(boardId), (kept) => together(kept, [back])),
    async forgetBack(backId) {
      await change<HandedBack>(backOf(boardId), (kept) => kept.filter(({ id }) => id !== backId));
    },
    async keepState(seen) {
      await worked(() => update<Seen>(stateOf(boardId), (kept) => merged(kept ?? null, seen), store));
    },
    async startOver(epoch) {
      await worked(() => set(stateOf(boardId), emptySeen(epoch), store));
    },
  };
}

/** Whether this person has words on this device that have not arrived. */
export async function hasUnsentWords(personId: string): Promise<boolean> {
  if (hasLastLetters(personId)) return true;
  const store = createStore(databaseOf(personId), 'boards');
  const names = (await orNothing(() => keys<string>(store), [])).filter((name) => /^(unsent|back)\//.test(name));
  for (const name of names) if (((await get<readonly unknown[]>(name, store)) ?? []).length > 0) return true;
  return false;
}

/** Lets go of everything this device keeps for a person. */
export async function forgetDevice(personId: string): Promise<void> {
  forgetLastLetters(personId);
  await worked(() => clear(createStore(databaseOf(personId), 'boards')));
}

async function readBoard(store: UseStore, boardId: string): Promise<KeptBoard> {
  const seen = (await get<Seen>(stateOf(boardId), store)) ?? null;
  const unsent = (await get<readonly Unsent[]>(unsentOf(boardId), store)) ?? [];
  const handedBack = (await get<readonly HandedBack[]>(backOf(boardId), store)) ?? [];
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

function worked(work: () => Promise<void>): Promise<boolean> {
  return orNothing(() => work().then(() => true), false);
}

/** A database that does not answer at all, as happens, keeps nobody from their board. What it holds waits for the next opening. */
function soon<T>(work: Promise<T>, nothing: T): Promise<T> {
  return Promise.race([work, new Promise<T>((resolve) => setTimeout(() => resolve(nothing), 5000))]);
}
