/** Here no browser's database answers at all, as in some private windows. Browser walks show the same with one. */
import { afterEach, expect, test } from 'vitest';
import { onAFullDevice } from '#tests/client/full-device.ts';
import { keptNames } from '#client/api/device.ts';
import { browserDevice, forgetDevice, hasUnsentWords } from './device-copy.ts';
import { emptySeen } from './kept-board.ts';

afterEach(() => localStorage.clear());

const edit = (id: string) => ({ id, epoch: 1, update: new Uint8Array([1, 2, 3]) });

test('[B48] an edit is on the device before the page can do anything else', () => {
  void browserDevice().board('ruth', 'board-1').keepUnsent(edit('one'));
  expect(keptNames('letters:ruth:board-1:')).toEqual(['letters:ruth:board-1:one']);
});

test('[B48] without a database the last letters are all there is: the next page finds them, once, until they are sent', async () => {
  const page = browserDevice().board('ruth', 'board-1');
  expect(await page.keepUnsent(edit('one'))).toBe(true);
  const next = browserDevice().board('ruth', 'board-1');
  expect(await next.read()).toEqual({ seen: null, unsent: [edit('one')], handedBack: [] });
  expect(await hasUnsentWords('ruth')).toBe(true);
  await next.forgetUnsent(new Set(['one']));
  expect((await next.read()).unsent).toEqual([]);
  expect(await hasUnsentWords('ruth')).toBe(false);
});

test('[B48] a device that keeps nothing anywhere says so', async () => {
  await onAFullDevice(async () => {
    const page = browserDevice().board('ruth', 'board-1');
    expect(await page.keepUnsent(edit('one'))).toBe(false);
    expect(await page.keepBack({ id: 'back', problem: { code: 'conflict', reason: 'problem.board-moved' }, words: 'Hers' })).toBe(false);
    await page.keepState(emptySeen(1));
    await page.startOver(2);
  });
});

test('[B48] signing out lets go of somebody’s last letters, and of nobody else’s', async () => {
  for (const who of ['ruth', 'amina']) await browserDevice().board(who, 'board-1').keepUnsent(edit('one'));
  await forgetDevice('ruth');
  expect([await hasUnsentWords('ruth'), await hasUnsentWords('amina')]).toEqual([false, true]);
});
