import { describe, expect, test } from 'vitest';
import { isWordsKey } from '../words/say.ts';
import { actions } from './actions.ts';
import { can } from './can.ts';
import { factsOf } from './facts.ts';
import { endsWithIt, roles, table } from './table.ts';

const names = Object.keys(roles) as (keyof typeof roles)[]; // Object.keys widens; roles is closed.

/** A row is read back from `can`, so that a wrong cell shows which. */
function rowOf(action: (typeof actions)[number], known: { own?: boolean; addressed?: boolean; ended?: boolean }): string {
  return names.map((name) => (can(action, factsOf({ ...roles[name], otherCoOwners: 1, ...known })).ok ? 'y' : '-')).join('');
}

describe.each(actions)('%s', (action) => {
  const row = table[action];

  test('answers every role as the table says', () => {
    expect(row, 'a new action needs a row in table.ts').toBeDefined();
    expect(rowOf(action, {})).toBe(row.other);
    expect(rowOf(action, { own: true })).toBe(row.own ?? row.other);
    expect(rowOf(action, { addressed: true })).toBe(row.addressed ?? row.other);
  });

  test('ends with the thing, or does not care', () => {
    const live = rowOf(action, { own: true, addressed: true });
    expect(rowOf(action, { own: true, addressed: true, ended: true })).toBe(endsWithIt.has(action) ? '-'.repeat(names.length) : live);
  });

  test('says why not in words of the catalogue', () => {
    for (const name of names) {
      const verdict = can(action, factsOf({ ...roles[name] }));
      if (!verdict.ok) expect(isWordsKey(verdict.reason), verdict.reason).toBe(true);
    }
  });
});

test('a visitor may read where the place is open, and change nothing even there but by a link that was sent to them', () => {
  const allowed = actions.filter((action) => can(action, factsOf({ standing: 'visitor', openToRead: true, own: true, addressed: true })).ok);
  expect(allowed).toEqual([
    'place.read',
    'invite.redeem',
    'spark.read',
    'initiative.read',
    'board.read',
    'ask.answer-by-link',
    'waits.read',
    'system-ask.read',
  ]);
});

test('the last co-owner cannot leave', () => {
  expect(can('initiative.leave', factsOf({ standing: 'member', seat: 'co-owner', otherCoOwners: 0 }))).toEqual({
    ok: false,
    reason: 'why.last-co-owner',
  });
});
