import { expect, test } from 'vitest';
import { kindList } from '../../elements/registry.ts';
import { activity } from '../../words/en/activity.ts';
import { actKinds } from './kinds.ts';
import { actOf, countedActivities } from './placing.ts';

test('what carries leadership is counted as what it is', () => {
  expect(actOf('initiative.lit', {})).toBe('started');
  expect(actOf('invitation.made-many', { count: 3 })).toBe('invited');
  expect(actOf('initiative.moved', { state: 'active' })).toBe('decided');
  expect(actOf('ask.put', {})).toBe('asked');
  expect(actOf('ask.answered', {})).toBe('answered');
  expect(actOf('initiative.endorsed', {})).toBe('supported');
  expect(actOf('board.element-added', { kind: 'lesson', state: 'true-now' })).toBe('taught');
  expect(actOf('board.element-added', { kind: 'test-of-change', state: 'planned' })).toBe('tried');
  expect(actOf('board.element-state', { kind: 'blocker', state: 'freed' })).toBe('unblocked');
});

test('typing, tidying up, files and what is unnamed are not', () => {
  for (const what of [
    'board.purpose-changed',
    'board.element-changed',
    'board.element-archived',
    'sparks.brought-in',
    'spark.posted-unnamed',
    'initiative.left',
  ])
    expect(actOf(what, { kind: 'lesson' }), what).toBeNull();
  expect(actOf('board.element-state', { kind: 'blocker', state: 'stuck' })).toBeNull();
});

test('an activity or a card nobody knows carries nothing, whatever it is called', () => {
  for (const what of ['', 'toString', '__proto__', 'initiative.taken-over']) expect(actOf(what, {})).toBeNull();
  expect(actOf('board.element-added', { kind: 'constructor' })).toBeNull();
  expect(actOf('board.element-state', { kind: 'blocker', state: 'toString' })).toBeNull();
  expect(actOf('board.element-added', {})).toBeNull();
});

test('every kind of act has something that counts as it, and every kind of card counts when it is put on a board', () => {
  const found = new Set([
    ...countedActivities().map((what) => actOf(what, {})),
    ...kindList.flatMap(({ name, states }) => [
      actOf('board.element-added', { kind: name }),
      ...Object.keys(states).map((state) => actOf('board.element-state', { kind: name, state })),
    ]),
  ]);
  expect(actKinds.filter((kind) => !found.has(kind))).toEqual([]);
  expect(kindList.filter(({ name }) => actOf('board.element-added', { kind: name }) === null)).toEqual([]);
  expect(countedActivities().every((what) => Object.hasOwn(activity, what))).toBe(true);
});
