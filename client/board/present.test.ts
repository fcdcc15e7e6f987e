import { expect, test } from 'vitest';
import type { Present } from '#shared/realtime/events.ts';
import { caretColour } from './caret-colour.ts';
import { peopleOf, sameHere, whereSentences } from './present.ts';

const amina: Present = { key: 'k1', personId: 'amina', label: 'Amina', section: 'purpose', elementId: null, caret: null };
const dev: Present = { key: 'k2', personId: 'dev', label: 'Dev', section: 'blockers', elementId: 'card', caret: null };

test('a moving caret changes nothing; another section does', () => {
  const here = sameHere([], [amina, dev]);
  expect(sameHere(here, [{ ...amina, caret: '{"anchor":1}' }, dev])).toBe(here);
  expect(sameHere(here, [{ ...amina, section: 'sparks' }, dev])).not.toBe(here);
});

test('somebody with two open pages has one face, and two places', () => {
  const here = sameHere([], [amina, { ...amina, key: 'k3', section: 'sparks' }]);
  expect(peopleOf(here)).toEqual([{ id: 'amina', label: 'Amina' }]);
  expect(whereSentences(here)).toEqual(['Amina is in Purpose', 'Amina is in Sparks']);
});

test('my own page on another device is nobody else', () => {
  expect(sameHere([], [amina, dev], 'amina').map(({ label }) => label)).toEqual(['Dev']);
});

test('a place nobody knows is said as being here', () => {
  expect(
    whereSentences(
      sameHere(
        [],
        [
          { ...amina, section: '__proto__' },
          { ...dev, section: null },
        ],
      ),
    ),
  ).toEqual(['Amina is here', 'Dev is here']);
});

test('a caret has six digits of colour, which is all the editor takes, and keeps them', () => {
  for (const id of ['amina', 'dev', 'x', '']) {
    expect(caretColour(id)).toMatch(/^#[0-9a-f]{6}$/);
    expect(caretColour(id)).toBe(caretColour(id));
  }
});
