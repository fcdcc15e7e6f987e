import { describe, expect, test } from 'vitest';
import {
  asksWhatWasLearned,
  badgeRank,
  isOver,
  roomActs,
  type RoomFacts,
  roomStands,
  roomStates,
  standOf,
  stateAfter,
  statesBefore,
} from './states.ts';

const on = (day: string) => new Date(`${day}T12:00:00Z`);
const facts = (more: Partial<RoomFacts>): RoomFacts => ({ state: 'accepted', until: '2027-05-12', covered: true, ...more });

test('every act leads from exactly these states to one', () => {
  const table = Object.fromEntries(roomActs.map((act) => [act, roomStates.map((state) => `${state} > ${stateAfter(state, act) ?? '-'}`)]));
  expect(table).toEqual({
    write: ['asked > offered', 'declined > -', 'offered > offered', 'accepted > offered', 'taken-back > -', 'finished > -'],
    decline: ['asked > declined', 'declined > -', 'offered > -', 'accepted > -', 'taken-back > -', 'finished > -'],
    accept: ['asked > -', 'declined > -', 'offered > accepted', 'accepted > -', 'taken-back > -', 'finished > -'],
    revoke: ['asked > -', 'declined > -', 'offered > taken-back', 'accepted > taken-back', 'taken-back > -', 'finished > -'],
    finish: ['asked > finished', 'declined > -', 'offered > finished', 'accepted > finished', 'taken-back > -', 'finished > -'],
  });
  for (const act of roomActs) expect(statesBefore(act)).toEqual(roomStates.filter((state) => stateAfter(state, act) !== null));
});

test('an accepted cover holds on its last day, and has ended when that day is over everywhere', () => {
  expect(standOf(facts({}), on('2027-05-12'))).toBe('covers');
  expect(standOf(facts({}), new Date('2027-05-13T11:59:59Z'))).toBe('covers');
  expect(standOf(facts({}), new Date('2027-05-13T12:00:00Z'))).toBe('ended');
});

test('an offer whose day has passed has run out, and one that had been accepted before has ended', () => {
  expect(standOf(facts({ state: 'offered', covered: false }), on('2027-05-12'))).toBe('offered');
  expect(standOf(facts({ state: 'offered', covered: false }), on('2027-06-01'))).toBe('run-out');
  expect(standOf(facts({ state: 'offered' }), on('2027-06-01'))).toBe('ended');
});

test('what was taken back stays taken back when its day passes, and a finished cover has ended before its day', () => {
  expect(standOf(facts({ state: 'taken-back' }), on('2027-06-01'))).toBe('taken-back');
  expect(standOf(facts({ state: 'finished' }), on('2027-05-01'))).toBe('ended');
  expect(standOf(facts({ state: 'finished', covered: false }), on('2027-05-01'))).toBe('not-needed');
  expect(standOf(facts({ state: 'asked', until: null, covered: false }), on('2027-06-01'))).toBe('asked');
});

describe('what was learned', () => {
  test('is asked of a cover that was used and is over', () => {
    expect(asksWhatWasLearned(facts({}), on('2027-06-01'))).toBe(true);
    expect(asksWhatWasLearned(facts({ state: 'taken-back' }), on('2027-05-01'))).toBe(true);
    expect(asksWhatWasLearned(facts({ state: 'finished' }), on('2027-05-01'))).toBe(true);
  });

  test('is not asked while it covers, nor of one that was never accepted', () => {
    expect(asksWhatWasLearned(facts({}), on('2027-05-01'))).toBe(false);
    expect(asksWhatWasLearned(facts({ state: 'taken-back', covered: false }), on('2027-05-01'))).toBe(false);
    expect(asksWhatWasLearned(facts({ state: 'finished', covered: false }), on('2027-05-01'))).toBe(false);
  });
});

test('an offer that has run out can still be written anew; nothing else that is over can', () => {
  expect(roomStands.filter((stand) => !isOver(stand))).toEqual(['asked', 'offered', 'run-out', 'covers']);
});

test('a cover that holds is shown before every other, and one taken back before one on its way', () => {
  expect(roomStands.toSorted((a, b) => badgeRank(a) - badgeRank(b)).slice(0, 3)).toEqual(['covers', 'taken-back', 'offered']);
});
