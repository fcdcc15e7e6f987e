/** The live boards of this process. */
import type * as Y from 'yjs';
import type { NewElement } from '#shared/elements/registry.ts';
import type { Tx } from '../db/db.ts';
import type { Frame } from './accept-edit.ts';
import type { Room } from './room.ts';

export interface FirstContent {
  readonly purposeText: string;
  readonly elements: readonly NewElement[];
}

export interface Boards {
  /** Makes the board of a new initiative, in the transaction that lights it. */
  create(tx: Tx, boardId: string, first: FirstContent, by: string, at?: Date): Promise<void>;
  /** The live board, kept in memory until released. @throws Problem not-found, unavailable */
  hold(boardId: string): Promise<{ readonly room: Room; release(): void }>;
  /**
   * An edit made in this process for a person, through the same door as everybody's: gate, judge, log.
   * The caller has asked the policy. Resolves with the sequence number once durable. @throws Problem
   */
  edit(boardId: string, personId: string, change: (doc: Y.Doc) => void, at?: Date): Promise<number>;
  /**
   * A large edit, as after a long time without a line: looked at in another thread, so that nobody's typing waits. `ask` asks the policy once
   * more, right before the edit goes in. Resolves with the sequence number once durable. @throws Problem
   */
  merge(boardId: string, frame: Frame, ask: () => Promise<void>): Promise<number>;
  /** Earlier days the board can be brought back to, newest first; `untilThen` for what it was until it was written anew. */
  days(boardId: string): Promise<{ readonly seq: number; readonly at: Date; readonly untilThen: boolean }[]>;
  /** An earlier day becomes the board again, under a new epoch. The caller has asked the policy. @throws Problem not-found, conflict, unavailable */
  bringBack(boardId: string, seq: number, personId: string): Promise<void>;
  /**
   * The board is written anew without its history, under a new epoch; it reads the same. The caller has asked the policy.
   * @returns how full it is now, in percent. @throws Problem conflict when there is room enough, unavailable
   */
  makeRoom(boardId: string, personId: string): Promise<number>;
  /** Ends in order: nothing acknowledged is lost. */
  close(): Promise<void>;
}
