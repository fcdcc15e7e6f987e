/** What a device keeps of a board for one person, and how it is taken up again. */
import * as Y from 'yjs';
import type { ProblemBody } from '#shared/lib/problem.ts';

/** An edit that is not acknowledged yet. */
export interface Unsent {
  readonly id: string;
  /** The board it was written on: of another epoch it is another board. */
  readonly epoch: number;
  readonly update: Uint8Array;
}

/** Words that will never go into the board, for their writer to copy. */
export interface HandedBack {
  readonly id: string;
  readonly problem: ProblemBody;
  readonly words: string;
}

export interface Seen {
  readonly epoch: number;
  readonly state: Uint8Array;
  /** Whether its person could write on it when the server last said so. Who only reads does not begin to write because the line is gone. */
  readonly mayEdit: boolean;
}

export interface KeptBoard {
  /** The board as last seen; null when only words were kept before the page went. */
  readonly seen: Seen | null;
  readonly unsent: readonly Unsent[];
  /** What its writer has not said is safe yet. */
  readonly handedBack: readonly HandedBack[];
}

export interface DeviceCopy {
  read(): Promise<KeptBoard>;
  /** Keeps words until they are acknowledged. Several open pages keep theirs side by side. @returns whether they outlive this page */
  keepUnsent(unsent: Unsent): Promise<boolean>;
  forgetUnsent(ids: ReadonlySet<string>): Promise<void>;
  /** Keeps words until their writer says that they are safe. @returns whether they outlive this page */
  keepBack(back: HandedBack): Promise<boolean>;
  forgetBack(id: string): Promise<void>;
  /** Keeps the board as it now stands, together with what another page kept of the same epoch. */
  keepState(seen: Seen): Promise<void>;
  /** Starts over with nothing seen, as a copy of this epoch: for every open page of this person on this device. */
  startOver(epoch: number): Promise<void>;
}

export interface Device {
  board(personId: string, boardId: string): DeviceCopy;
}

export const nothingKept: KeptBoard = { seen: null, unsent: [], handedBack: [] };

export interface TakenUp {
  /** Null when nothing is kept. */
  readonly epoch: number | null;
  readonly state: Uint8Array | null;
  readonly mayEdit: boolean;
  readonly waiting: readonly Unsent[];
  /** Written on a board that has been brought back to an earlier day since: they can not be merged. */
  readonly outdated: readonly Unsent[];
}

/** The newest epoch anything here is of is the board's; what is of an older one is not. */
export function takeUp({ seen, unsent }: KeptBoard): TakenUp {
  const epochs = [...(seen === null ? [] : [seen.epoch]), ...unsent.map((one) => one.epoch)];
  const epoch = epochs.length === 0 ? null : Math.max(...epochs);
  return {
    epoch,
    state: seen?.epoch === epoch ? seen.state : null,
    mayEdit: seen?.mayEdit ?? true,
    waiting: unsent.filter((one) => one.epoch === epoch),
    outdated: unsent.filter((one) => one.epoch !== epoch),
  };
}

/** Each once, the known ones first. One more among thousands is looked up without copying their names. */
export function together<T extends { readonly id: string }>(known: readonly T[], more: readonly T[]): readonly T[] {
  return [...known, ...more.filter(({ id }) => !known.some((one) => one.id === id))];
}

/** The board as it now stands, with what another page kept of the same epoch; a page that lags behind does not bring an older one back. */
export function merged(kept: Seen | null, seen: Seen): Seen {
  if (kept === null || kept.epoch < seen.epoch) return seen;
  return kept.epoch > seen.epoch ? kept : { ...seen, state: Y.mergeUpdates([kept.state, seen.state]) };
}

/** A copy of this epoch that holds nothing. */
export function emptySeen(epoch: number): Seen {
  return { epoch, state: new Uint8Array([0, 0]), mayEdit: true };
}
