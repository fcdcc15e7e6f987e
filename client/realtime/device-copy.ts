/**
 * What this device keeps of a board for one person: the board as last seen, and words not yet acknowledged.
 * The store is named by the person, so that somebody else on the same tablet neither sees nor sends them.
 */
import { clear, createStore, get, keys, set, update, type UseStore } from 'idb-keyval';
import * as Y from 'yjs';

export interface Unsent {
  readonly id: string;
  readonly update: Uint8Array;
}

export interface KeptBoard {
  /** The board as last seen; null when only words were kept before the page went. */
  readonly seen: { readonly epoch: number; readonly state: Uint8Array } | null;
  readonly unsent: readonly Unsent[];
}

export interface DeviceCopy {
  read(): Promise<KeptBoard>;
  /** Keeps words until they are acknowledged. Several open pages keep theirs side by side. */
  keepUnsent(unsent: Unsent): Promise<void>;
  forgetUnsent(ids: ReadonlySet<string>): Promise<void>;
  /** Keeps the board as it now stands, together with what another page kept of the same epoch. */
  keepState(epoch: number, state: Uint8Array): Promise<void>;
  /** Starts over with nothing, as a copy of this epoch: for every open page of this person on this device. */
  startOver(epoch: number): Promise<void>;
}

export interface Device {
  board(personId: string, boardId: string): DeviceCopy;
}

type Kept = NonNullable<KeptBoard['seen']>;

const unsentOf = (boardId: string): string => `unsent/${boardId}`;
const stateOf = (boardId: string): string => `state/${boardId}`;
const databaseOf = (personId: string): string => `kindling-boards-${personId}`;

/** IndexedDB; where a browser refuses it (a private window) the board works without a copy. */
export function browserDevice(): Device {
  return {
    board(personId, boardId) {
      const store = createStore(databaseOf(personId), 'boards');
      return {
        read: () => orNothing(readBoard(store, boardId), { seen: null, unsent: [] }),
        keepUnsent: (unsent) =>
          orNothing(
            update<readonly Unsent[]>(unsentOf(boardId), (kept = []) => [...kept, unsent], store),
            undefined,
          ),
        forgetUnsent: (ids) =>
          orNothing(
            update<readonly Unsent[]>(unsentOf(boardId), (kept = []) => kept.filter(({ id }) => !ids.has(id)), store),
            undefined,
          ),
        keepState: (epoch, state) =>
          orNothing(
            update<Kept>(stateOf(boardId), (kept) => merged(kept, epoch, state), store),
            undefined,
          ),
        startOver: async (epoch) => {
          await orNothing(set(unsentOf(boardId), [], store), undefined);
          await orNothing(set(stateOf(boardId), { epoch, state: emptyState }, store), undefined);
        },
      };
    },
  };
}

/** Whether this person has words on this device that have not arrived. */
export async function hasUnsentWords(personId: string): Promise<boolean> {
  const store = createStore(databaseOf(personId), 'boards');
  const names = await orNothing(keys<string>(store), []);
  for (const name of names) if (name.startsWith('unsent/') && ((await get<readonly Unsent[]>(name, store)) ?? []).length > 0) return true;
  return false;
}

/** Lets go of everything this device keeps for a person. */
export async function forgetDevice(personId: string): Promise<void> {
  await orNothing(clear(createStore(databaseOf(personId), 'boards')), undefined);
}

const emptyState = new Uint8Array([0, 0]);

async function readBoard(store: UseStore, boardId: string): Promise<KeptBoard> {
  const seen = (await get<Kept>(stateOf(boardId), store)) ?? null;
  const unsent = (await get<readonly Unsent[]>(unsentOf(boardId), store)) ?? [];
  return { seen, unsent };
}

function merged(kept: Kept | undefined, epoch: number, state: Uint8Array): Kept {
  return kept?.epoch === epoch ? { epoch, state: Y.mergeUpdates([kept.state, state]) } : { epoch, state };
}

async function orNothing<T>(work: Promise<T>, nothing: T): Promise<T> {
  try {
    return await work;
  } catch {
    return nothing;
  }
}
