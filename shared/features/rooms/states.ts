/** How a room to test goes from one state to the next, and how it stands on a day. Plain, so that a page needs no schema for it. */
import { hasPassed } from '../../lib/days.ts';

/** What a row says. A cover that has come to its last day has no act for that: the day itself ends it. */
export const roomStates = ['asked', 'declined', 'offered', 'accepted', 'taken-back', 'finished'] as const;
export type RoomState = (typeof roomStates)[number];

/** What somebody reads: a row's state on a given day. */
export const roomStands = ['asked', 'declined', 'offered', 'run-out', 'covers', 'ended', 'taken-back', 'not-needed'] as const;
export type RoomStand = (typeof roomStands)[number];

export const roomActs = ['write', 'decline', 'accept', 'revoke', 'finish'] as const;
export type RoomAct = (typeof roomActs)[number];

/** From which states an act leads on, and where to. Words written anew are an offer again, also when they had been accepted. */
const steps: Readonly<Record<RoomAct, { from: readonly RoomState[]; to: RoomState }>> = {
  write: { from: ['asked', 'offered', 'accepted'], to: 'offered' },
  decline: { from: ['asked'], to: 'declined' },
  accept: { from: ['offered'], to: 'accepted' },
  revoke: { from: ['offered', 'accepted'], to: 'taken-back' },
  finish: { from: ['asked', 'offered', 'accepted'], to: 'finished' },
};

/** The states from which this act is possible. */
export function statesBefore(act: RoomAct): readonly RoomState[] {
  return steps[act].from;
}

/** The state after an act; null when it is not possible from here. */
export function stateAfter(state: RoomState, act: RoomAct): RoomState | null {
  return steps[act].from.includes(state) ? steps[act].to : null;
}

export interface RoomFacts {
  readonly state: RoomState;
  /** The last day of the cover; null while it is only asked for. */
  readonly until: string | null;
  /** Whether it has ever been accepted. */
  readonly covered: boolean;
}

export function standOf({ state, until, covered }: RoomFacts, now: Date): RoomStand {
  const over = until !== null && hasPassed(until, now);
  switch (state) {
    case 'offered':
      return over ? (covered ? 'ended' : 'run-out') : 'offered';
    case 'accepted':
      return over ? 'ended' : 'covers';
    case 'finished':
      return covered ? 'ended' : 'not-needed';
    case 'asked':
    case 'declined':
    case 'taken-back':
      return state;
  }
}

/** Nothing more can happen to it, besides saying what was learned. An offer whose day has passed may still be written anew. */
export function isOver(stand: RoomStand): boolean {
  return stand === 'declined' || stand === 'ended' || stand === 'taken-back' || stand === 'not-needed';
}

/** A cover that was used and is over asks what was learned. */
export function asksWhatWasLearned(facts: RoomFacts, now: Date): boolean {
  const stand = standOf(facts, now);
  return facts.covered && (stand === 'ended' || stand === 'taken-back');
}

/** Of several rooms of one test, the one whose badge is shown: what covers now, then what may cover soon, then what was. */
const badgeOrder: readonly RoomStand[] = ['covers', 'taken-back', 'offered', 'asked', 'ended', 'run-out', 'declined', 'not-needed'];

export function badgeRank(stand: RoomStand): number {
  return badgeOrder.indexOf(stand);
}

export const whatMax = 500;
export const whereMax = 200;
export const safeMax = 160;
export const callMeMax = 300;
export const messageMax = 500;
export const whyMax = 500;
export const learnedMax = 1000;
/** How many things a cover names that stay safe. */
export const safeCount = 3;
