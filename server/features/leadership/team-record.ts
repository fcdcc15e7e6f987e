/** From rows to what a mirror is worked out from. */
import { actOf, countedActivities } from '#shared/features/leadership/placing.ts';
import type { Act, Building, TeamRecord } from '#shared/features/leadership/record.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';
import type { Reader } from '../../db/db.ts';
import * as store from './store.ts';

/** Activities that change how somebody is in an initiative. */
const moves = [
  'initiative.joined',
  'initiative.left',
  'initiative.seat-changed',
  'initiative.perspectives-changed',
  'invitation.answered',
] as const satisfies readonly ActivityName[];
/** Marking a card somebody else put there, or bringing it back, builds on it as working on it does. */
const handled = ['board.element-state', 'board.element-restored'] as const satisfies readonly ActivityName[];
const read = [...new Set([...countedActivities(), ...moves, ...handled])];

export async function readTeamRecord(reader: Reader, initiativeId: string): Promise<TeamRecord> {
  const [done, worked, sparks, met, seated, choices] = await Promise.all([
    store.doneIn(reader, initiativeId, read),
    store.workedIn(reader, initiativeId),
    store.sparksBegunWith(reader, initiativeId),
    store.metIn(reader, initiativeId),
    store.seatedIn(reader, initiativeId),
    store.choices(reader),
  ]);
  const begun = sparks.map(({ at, personId }): store.Done => ({ at, personId, what: 'spark.posted', elementId: null, values: {} }));
  return {
    acts: actsOf([...begun, ...done]),
    buildings: [...met.map(({ at, ...who }) => ({ ...who, at: at.getTime() })), ...onCards(done, worked)],
    seated: seated.map(({ joinedAt, leftAt, ...who }) => ({ ...who, joinedAt: joinedAt.getTime(), leftAt: leftAt?.getTime() ?? null })),
    choices: new Map(choices.map(({ personId, counted, changedAt }) => [personId, { counted, at: changedAt.getTime() }])),
    moves: lastMoves(done),
  };
}

function actsOf(done: readonly store.Done[]): Act[] {
  return done.flatMap(({ what, values, at, personId }) => {
    const kind = actOf(what, values);
    return kind === null ? [] : { kind, personId, at: at.getTime() };
  });
}

/** Who worked on whose card: a card belongs to whoever put it on the board. Cards the board began with belong to nobody here. */
function onCards(done: readonly store.Done[], worked: readonly store.Worked[]): Building[] {
  const onCard = done.flatMap(({ elementId, ...one }) => (elementId === null ? [] : { ...one, elementId }));
  const owners = new Map(onCard.flatMap((one) => (one.what === 'board.element-added' ? [[one.elementId, one.personId] as const] : [])));
  const touched = [...onCard.filter(({ what }) => handled.some((one) => one === what)), ...worked];
  return touched.flatMap(({ at, personId, elementId }) => {
    const onId = owners.get(elementId);
    return onId === undefined || onId === personId ? [] : { personId, onId, at: at.getTime() };
  });
}

function lastMoves(done: readonly store.Done[]): Map<string, number> {
  return new Map(done.flatMap(({ what, personId, at }) => (moves.some((one) => one === what) ? [[personId, at.getTime()] as const] : [])));
}
