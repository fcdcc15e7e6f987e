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
const [isMove, isHandled] = [new Set<string>(moves), new Set<string>(handled)];

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
  const acts: Act[] = [];
  for (const { what, values, at, personId } of done) {
    const kind = actOf(what, values);
    if (kind !== null) acts.push({ kind, personId, at: at.getTime() });
  }
  return acts;
}

/** Who worked on whose card: a card belongs to whoever put it on the board. Cards the board began with belong to nobody here. */
function onCards(done: readonly store.Done[], worked: readonly store.Worked[]): Building[] {
  const owners = new Map<string, string>();
  for (const { what, elementId, personId } of done) if (what === 'board.element-added' && elementId !== null) owners.set(elementId, personId);
  const buildings: Building[] = [];
  const touch = ({ at, personId, elementId }: Pick<store.Done, 'at' | 'personId' | 'elementId'>) => {
    const onId = elementId === null ? undefined : owners.get(elementId);
    if (onId !== undefined && onId !== personId) buildings.push({ personId, onId, at: at.getTime() });
  };
  for (const one of done) if (isHandled.has(one.what)) touch(one);
  for (const one of worked) touch(one);
  return buildings;
}

function lastMoves(done: readonly store.Done[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { what, personId, at } of done) if (isMove.has(what)) last.set(personId, at.getTime());
  return last;
}
