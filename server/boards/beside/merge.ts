/** How a large edit comes into a board without anybody else's typing waiting for it. */
import * as Y from 'yjs';
import { Problem } from '#shared/lib/problem.ts';
import type { Frame } from '../accept-edit.ts';
import type { GatePassed } from '../gate/verdict.ts';
import type { LoadedBoard } from '../load-board.ts';
import { Trial } from './trial.ts';

/** Looks at a merge, given the board as one update and whose client ids are whose. @throws Problem when it is refused */
export type LookBeside = (state: Uint8Array, board: LoadedBoard) => Promise<GatePassed>;

/** What a room lends for it. */
export interface MergeGround {
  /** Hears of everything that is written while a look is under way. */
  readonly trials: Set<Trial>;
  /** Work while nothing else happens to the board. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  live(): Promise<LoadedBoard>;
  /** Whether the document in memory may no longer be trusted. */
  isStale(): boolean;
  accept(board: LoadedBoard, frame: Frame): Promise<number>;
}

/** Looks while others write on, before the board waits for one. */
const freeLooks = 3;

/**
 * What is found on a copy holds for the board as long as nobody wrote where the edit writes. When others never pause there, this board
 * alone waits for the look. Resolves with the sequence number once durable. @throws Problem when it is refused
 */
export async function merge(ground: MergeGround, frame: Frame, look: LookBeside): Promise<number> {
  for (let looks = 0; looks < freeLooks; looks++) {
    const durable = await mergeIfStillSo(ground, frame, look);
    if (durable !== null) return durable.seq;
  }
  const { seq } = await ground.inTurn(async () => {
    const board = await ground.live();
    mayBeWritten(board, frame);
    const looked = await look(Y.encodeStateAsUpdate(board.doc), board);
    if (ground.isStale()) throw new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 1000 });
    return { seq: ground.accept(board, { ...frame, looked }) };
  });
  return seq;
}

/** @returns null when somebody wrote in the same place meanwhile */
async function mergeIfStillSo({ inTurn, live, trials, accept }: MergeGround, frame: Frame, look: LookBeside): Promise<{ seq: number } | null> {
  const [trial, before] = await inTurn(async () => {
    const board = await live();
    mayBeWritten(board, frame);
    const begun = new Trial(board);
    trials.add(begun);
    return [begun, board] as const;
  });
  try {
    const looked = await look(trial.state, before);
    // In an object, or the turn would last until it is durable.
    const { accepted } = await inTurn(async () => {
      const board = await live();
      return { accepted: trial.holds(board, looked) ? accept(board, { ...frame, looked }) : null };
    });
    return accepted === null ? null : { seq: await accepted };
  } finally {
    trials.delete(trial);
  }
}

/** @throws Problem when nothing may be added to the board as it is now */
export function mayBeWritten({ damaged, epoch }: LoadedBoard, frame: Frame): void {
  if (damaged) throw new Problem('unavailable', 'problem.board-damaged');
  if (frame.epoch !== undefined && frame.epoch !== epoch) throw new Problem('conflict', 'problem.board-moved');
}
