import { expect, test } from 'vitest';
import { blocker } from './kind.ts';

test('the kinds of blocker stand in the agreed order, regulation, funding, training and culture first', () => {
  expect(blocker.fields.blockerKind.choices).toEqual([
    'regulation',
    'funding',
    'training',
    'culture',
    'space',
    'it-and-data',
    'permission',
    'people-and-time',
    'not-sure',
  ]);
});

test('[B8] no state of the card claims an ask or an answer: those are rows of the server', () => {
  expect(Object.keys(blocker.states)).toEqual(['stuck', 'system-ask', 'freed', 'not-for-now']);
});
