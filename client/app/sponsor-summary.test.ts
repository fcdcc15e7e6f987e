import { expect, test } from 'vitest';
import { sponsorSummary, type SponsorLists } from './sponsor-summary.ts';

const now = new Date('2027-05-12T09:00:00Z');
const ask = (at: string, answer: 'will' | null = null) => ({ at: `${at}T08:00:00Z`, answer });
const pledge = (until: string | null, state: 'given' | 'kept' = 'given') => ({ until, state });
const cover = (until: string, state: 'accepted' | 'offered' | 'taken-back' = 'accepted') => ({
  state,
  covered: state !== 'offered',
  asked: null,
  words: { what: 'Walk', where: 'Ward 4', until, safe: ['One', 'Two', 'Three'], callMe: 'A fall' },
});
const askedFor = (at: string) => ({
  state: 'asked' as const,
  covered: false,
  words: null,
  asked: { by: 'Ruth', message: 'May we?', at: `${at}T08:00:00Z` },
});
const told = (more: Partial<SponsorLists>) => sponsorSummary({ asks: [], pledges: [], rooms: [], ...more }, now);

test('everything that presses stands in one sentence', () => {
  const lists = { asks: [ask('2027-05-08'), ask('2027-04-30')], pledges: [pledge('2027-05-14')], rooms: [cover('2027-05-15')] };
  expect(told(lists)).toBe('2 asks wait, the oldest for 12 days; 1 pledge is due on Friday; 1 room to test ends on Saturday.');
});

test('nothing that presses is nothing to say: answered, kept, taken back, or far away', () => {
  expect(told({})).toBe(null);
  const quiet = { asks: [ask('2027-04-30', 'will')], pledges: [pledge('2027-01-01', 'kept'), pledge(null), pledge('2027-09-01')] };
  expect(told({ ...quiet, rooms: [cover('2027-05-14', 'taken-back'), cover('2027-05-14', 'offered'), cover('2027-09-01')] })).toBe(null);
});

test('a room that is asked for is a wait like any other', () => {
  expect(told({ asks: [ask('2027-05-10')], rooms: [askedFor('2027-05-01')] })).toBe('2 asks wait, the oldest for 11 days.');
  expect(told({ rooms: [askedFor('2027-05-12')] })).toBe('1 ask waits, since today.');
});

test('a pledge past its day is said apart from those still to come, and today is called today', () => {
  expect(told({ pledges: [pledge('2027-05-01'), pledge('2027-05-12'), pledge('2027-05-20')] })).toBe(
    '1 pledge is past its day; 2 pledges are due, the first today.',
  );
  expect(told({ pledges: [pledge('2027-05-13')] })).toBe('1 pledge is due tomorrow.');
  expect(told({ rooms: [cover('2027-05-20')] })).toBe('1 room to test ends on 20 May 2027.');
});
