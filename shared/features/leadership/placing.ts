/** Which activity carries leadership. A new activity, and a new kind of card, has to be placed here or nothing compiles. */
import type { KindName } from '../../elements/registry.ts';
import type { ActivityName } from '../../words/en/activity.ts';
import type { ActKind } from './kinds.ts';

type Values = Readonly<Record<string, string | number>>;
/** null: carries no leadership, or is somebody's own affair. A function where it depends on the card. */
type Place = ActKind | null | ((values: Values) => ActKind | null);

/** What an activity counts as; null when it does not count. */
export function actOf(what: string, values: Values): ActKind | null {
  const place = own<Place>(places, what);
  return typeof place === 'function' ? place(values) : place;
}

/** The activities that can count, for the query that reads them. */
export function countedActivities(): ActivityName[] {
  return Object.entries(places).flatMap(([what, place]) => (place === null ? [] : [what as ActivityName])); // keys of `places`, widened by Object.entries.
}

const places: Readonly<Record<ActivityName, Place>> = {
  'spark.posted': 'started',
  'spark.posted-unnamed': null, // belongs to nobody
  'spark.edited': null,
  'spark.withdrawn': null,
  'spark.restored': null,
  'spark.kindled': null, // a tie to whoever saw it first, told by rows
  'spark.replied': null, // the same
  'sparks.brought-in': null, // a file is not an act
  'sparks.bring-in-undone': null,
  'initiative.lit': 'started',
  'initiative.changed': null,
  'initiative.moved': 'decided',
  'initiative.joined': null,
  'initiative.left': null,
  'initiative.seat-changed': null,
  'initiative.perspectives-changed': null,
  'invitation.made': 'invited',
  'invitation.made-many': 'invited',
  'invitation.made-to-card': 'invited',
  'invitation.made-to-system-ask': 'invited',
  'invitation.said-yes': 'answered',
  'invitation.answered': 'answered',
  'invitation.withdrawn': null,
  'initiative.endorsed': 'supported',
  'initiative.endorsement-withdrawn': null,
  'pledge.given': 'supported',
  'pledge.told': null,
  'pledge.moved': null,
  'pledge.finished': null,
  'pledge.confirmed': null, // a tie to the giver, told by rows
  'room.asked': 'asked',
  'room.offered': 'supported',
  'room.changed': null,
  'room.declined': 'answered',
  'room.accepted': 'decided',
  'room.taken-back': null,
  'room.finished': null,
  'room.learned': 'taught',
  'room.linked': null,
  'room.unlinked': null,
  'ask.put': 'asked',
  'ask.answered': 'answered',
  'ask.handed-over': 'answered',
  'ask.told-more': null,
  'ask.said': null,
  'ask.step-announced': 'asked',
  'ask.step-taken-back': null,
  'ask.stepped-up': null, // the clock's doing: who announced it has acted already
  'ask.possible': null,
  'ask.withdrawn': null,
  'decision.put': 'asked',
  'decision.put-again': 'asked',
  'decision.answered': 'answered',
  'decision.goes-ahead': 'decided',
  'decision.goes-ahead-with-concerns': 'decided',
  'decision.stopped': 'decided',
  'decision.withdrawn': null,
  'system-ask.raised': 'asked',
  'system-ask.joined': 'asked',
  'system-ask.told': 'taught',
  'system-ask.left': null,
  'system-ask.changed': null,
  'system-ask.sponsored': 'supported',
  'system-ask.stepped-back': null,
  'system-ask.answered': 'answered',
  'board.purpose-changed': null, // typing would swamp everything else
  'board.element-added': ({ kind }) => byKind(added, kind),
  'board.element-changed': null, // a tie to whoever added the card
  'board.element-state': ({ kind, state }) => own(byKind(marked, kind) ?? {}, String(state)),
  'board.element-archived': null,
  'board.element-restored': null,
  'board.restored': null,
  'board.room-made': null,
};

/** What putting a card on the board counts as. */
const added: Readonly<Record<KindName, ActKind | null>> = {
  spark: 'started',
  blocker: 'asked',
  force: 'asked',
  tension: 'asked',
  'test-of-change': 'tried',
  measure: 'tried',
  story: 'taught',
  question: 'asked',
  decision: 'decided',
  lesson: 'taught',
  evidence: 'taught',
};

/** What marking a card counts as, by the state it is marked with. */
const marked: Readonly<Record<KindName, Readonly<Record<string, ActKind>>>> = {
  spark: {},
  blocker: { freed: 'unblocked' },
  force: {},
  tension: {},
  'test-of-change': { running: 'tried', finished: 'tried', stopped: 'tried' },
  measure: {},
  story: {},
  question: { answered: 'answered' },
  decision: { decided: 'decided' },
  lesson: {},
  evidence: {},
};

function byKind<T>(of: Readonly<Record<KindName, T>>, kind: string | number | undefined): T | null {
  return own<T>(of, String(kind));
}

function own<T>(of: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(of, key) ? (of[key] ?? null) : null;
}
