import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { keep, keptNames } from '#client/api/device.ts';
import { draw } from '#tests/client/render.tsx';
import { WaysOut } from './ways-out.tsx';

afterEach(() => localStorage.clear());

test('without a line, signing out speaks of unsent words, says in the same sheet that it failed, and removes nothing', async () => {
  keep('letters:ruth:board-1:one', '1 0 AQID');
  const { element, find } = await draw(<WaysOut personId="ruth" guest={false} />);
  const press = (words: string) => act(async () => named(element, words).click());
  await press('Sign out here');
  await expect.poll(() => find('dialog').textContent).toContain('There are words on this device that have not been sent yet.');
  await press('Sign out all the same');
  await expect.poll(() => find('dialog').textContent).toContain('There is no connection right now.');
  expect(keptNames('letters:ruth:')).toHaveLength(1);
});

test.each([
  ['words on this device would be lost', () => keep('letters:ruth:board-1:one', '1 0 AQID'), false],
  ['a guest could not come back', () => true, true],
])('where %s, staying is offered first, and signing out is the lesser act', async (_what, given, guest) => {
  given();
  const { element, find } = await draw(<WaysOut personId="ruth" guest={guest} />);
  await act(async () => named(element, 'Sign out here').click());
  await expect.poll(() => find('dialog').textContent).toContain('Sign out all the same');
  const acts = [...find('dialog').querySelectorAll<HTMLElement>('button[data-variant]')];
  expect(acts.map((one) => [one.textContent, one.dataset['variant']])).toEqual([
    ['Stay signed in', 'main'],
    ['Sign out all the same', 'quiet'],
  ]);
});

function named(element: HTMLElement, words: string): HTMLElement {
  const found = [...element.querySelectorAll('button')].find((one) => one.textContent === words);
  if (found === undefined) throw new Error(`no button says ${words}`);
  return found;
}
