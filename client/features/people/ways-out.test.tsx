import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { keep, keptNames } from '#client/api/device.ts';
import { draw } from '#tests/client/render.tsx';
import { WaysOut } from './ways-out.tsx';

afterEach(() => localStorage.clear());

test('without a line, signing out speaks of unsent words, says in the same sheet that it failed, and removes nothing', async () => {
  keep('letters:ruth:board-1:one', '1 0 AQID');
  const { element, find } = await draw(<WaysOut personId="ruth" guest={false} />);
  const press = (words: string) => act(async () => [...element.querySelectorAll('button')].find((one) => one.textContent === words)?.click());
  await press('Sign out here');
  await expect.poll(() => find('dialog').textContent).toContain('There are words on this device that have not been sent yet.');
  await press('Sign out all the same');
  await expect.poll(() => find('dialog').textContent).toContain('There is no connection right now.');
  expect(keptNames('letters:ruth:')).toHaveLength(1);
});
