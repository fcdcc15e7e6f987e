import { describe, expect, test } from 'vitest';
import type { DecisionAnswer, DecisionOutcome } from './answers.ts';
import { type Asking, latestOf, notHeardFrom, possibleOutcomes, type Said, whyNot, whyNotYet } from './counted.ts';

const said = (personId: string, answer: DecisionAnswer, version = 1): Said => ({ personId, version, answer });

/** Ruth put it; Ruth, Amina and Joe are asked. */
function asking(more: Partial<Asking> = {}): Asking {
  return { version: 1, putBy: 'ruth', asked: ['ruth', 'amina', 'joe'], said: [], dayPassed: false, moved: false, ...more };
}
const everybody = [said('ruth', 'consent'), said('amina', 'consent'), said('joe', 'consent')];
const except = (...more: Said[]) => [...everybody, ...more];

describe('what counts', () => {
  test('[D5] of what a person said, the latest', () => {
    expect(latestOf([said('amina', 'objection'), said('joe', 'consent'), said('amina', 'consent')])).toEqual([
      said('joe', 'consent'),
      said('amina', 'consent'),
    ]);
  });

  test('[D6] an answer to earlier words is no answer to the newest: they are asked anew', () => {
    const again = asking({ version: 2, said: [said('amina', 'consent', 1), said('joe', 'consent', 2)] });
    expect(notHeardFrom(again)).toEqual(['ruth', 'amina']);
  });

  test('[D6] an objection to earlier words does not stop the changed ones', () => {
    expect(possibleOutcomes(asking({ version: 2, said: [said('amina', 'objection', 1), said('joe', 'consent', 2)], dayPassed: true }))).toContain(
      'goes-ahead',
    );
  });

  test('[D8] who no longer writes on the board neither stops it nor is waited for', () => {
    const left = asking({ asked: ['ruth', 'joe'], said: [said('amina', 'objection'), said('ruth', 'consent'), said('joe', 'consent')] });
    expect(whyNot('goes-ahead', left)).toBe(null);
    expect(whyNot('stopped', left)).toBe('decisions.not-objected-to');
  });
});

describe('how it can end', () => {
  const table: readonly (readonly [string, Partial<Asking>, DecisionOutcome[]])[] = [
    ['[D10] before anybody has answered it can only be withdrawn', {}, ['withdrawn']],
    [
      '[D10] one is still to be heard, and its day is not over: not yet',
      { said: [said('ruth', 'consent'), said('amina', 'consent')] },
      ['withdrawn'],
    ],
    ['[D10] everybody has answered: it goes ahead before its day', { said: everybody }, ['goes-ahead', 'withdrawn']],
    ['[D10] its day is over: who was silent is not waited for', { said: [said('amina', 'consent')], dayPassed: true }, ['goes-ahead', 'withdrawn']],
    ['[D10] but not on silence alone', { dayPassed: true }, ['withdrawn']],
    ['[D10] nor on the word of the one who put it', { said: [said('ruth', 'consent')], dayPassed: true }, ['withdrawn']],
    ['[D12] a concern is noted, and can not be left out', { said: except(said('joe', 'concern')) }, ['goes-ahead-with-concerns', 'withdrawn']],
    ['[D12] a concern taken back is noted no more', { said: except(said('joe', 'concern'), said('joe', 'consent')) }, ['goes-ahead', 'withdrawn']],
    ['[D9] one objection stops it, whatever the others say', { said: except(said('joe', 'objection')), dayPassed: true }, ['stopped', 'withdrawn']],
    [
      '[D9] until whoever objected answers differently',
      { said: except(said('joe', 'objection'), said('joe', 'consent')) },
      ['goes-ahead', 'withdrawn'],
    ],
    ['[D9] also the objection of the one who put it', { said: except(said('ruth', 'objection')) }, ['stopped', 'withdrawn']],
    ['[D11] while the card says something else, it does not go ahead', { said: everybody, moved: true }, ['withdrawn']],
    ['[D11] an objection stops it also then', { said: except(said('joe', 'objection')), moved: true }, ['stopped', 'withdrawn']],
  ];
  test.each(table)('%s', (_name, more, possible) => {
    expect(possibleOutcomes(asking(more))).toEqual(possible);
  });

  test('each no has its reason', () => {
    expect(whyNot('goes-ahead', asking({ said: except(said('joe', 'objection')) }))).toBe('decisions.not-over-an-objection');
    expect(whyNot('goes-ahead', asking({ said: except(said('joe', 'concern')) }))).toBe('decisions.not-without-the-concerns');
    expect(whyNot('goes-ahead-with-concerns', asking({ said: everybody }))).toBe('decisions.not-a-concern');
    expect(whyNot('goes-ahead', asking({ said: everybody, moved: true }))).toBe('decisions.not-what-was-put');
    expect(whyNot('goes-ahead', asking({ said: [said('amina', 'consent')] }))).toBe('decisions.not-before-its-day');
    expect(whyNot('goes-ahead', asking({ dayPassed: true }))).toBe('decisions.not-on-silence');
  });

  test('what keeps it from going ahead is said in one reason, with a concern too', () => {
    expect(whyNotYet(asking({ said: [said('amina', 'concern')] }))).toBe('decisions.not-before-its-day');
    expect(whyNotYet(asking({ said: [said('amina', 'concern')], dayPassed: true }))).toBe(null);
    expect(whyNotYet(asking({ said: except(said('joe', 'objection')) }))).toBe('decisions.not-over-an-objection');
  });
});
