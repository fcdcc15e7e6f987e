import { expect, test } from 'vitest';
import { testOfChange } from './kind.ts';

test('the prediction stands before everything but the title, and only "stop if" is needed to begin', () => {
  expect(Object.keys(testOfChange.fields).slice(0, 3)).toEqual(['title', 'prediction', 'stopIf']);
  expect(testOfChange.needs).toEqual({ running: ['stopIf'] });
});

test('the ramp goes from once to longer', () => {
  expect(testOfChange.fields.scale.choices).toEqual(['once', 'three-times', 'one-shift', 'one-week', 'longer']);
});
