import { afterEach, expect, test } from 'vitest';
import { onAFullDevice } from '#tests/client/full-device.ts';
import { keep, keptNames } from '#client/api/device.ts';
import { forgetLastLetters, hasLastLetters, lastLetters, mostLetters } from './last-letters.ts';

afterEach(() => localStorage.clear());

const edit = (id: string, ...bytes: number[]) => ({ id, epoch: 3, update: new Uint8Array(bytes) });

test('[B48] what a page wrote is found by the next one, whole, in its order and of its epoch, until it is removed', () => {
  const page = lastLetters('ruth', 'board-1');
  const written = [edit('zz', 0, 255, 128), edit('aa', 1), edit('mm', 2, 3)];
  for (const one of written) expect(page.write(one)).toBe(true);
  const next = lastLetters('ruth', 'board-1');
  expect(next.found()).toEqual(written);
  next.remove(['zz', 'aa']);
  expect(lastLetters('ruth', 'board-1').found()).toEqual([edit('mm', 2, 3)]);
});

test('[B48] two pages of one person write side by side, and neither removes what is the other’s', () => {
  const [one, other] = [lastLetters('ruth', 'board-1'), lastLetters('ruth', 'board-1')];
  one.write(edit('of-one', 1));
  other.write(edit('of-other', 2));
  one.remove(['of-one']);
  expect(one.found()).toEqual([edit('of-other', 2)]);
});

test('[B48] nobody finds what is another person’s, or of another board', () => {
  lastLetters('ruth', 'board-1').write(edit('hers', 1));
  expect(lastLetters('ruth-2', 'board-1').found()).toEqual([]);
  expect(lastLetters('ruth', 'board-12').found()).toEqual([]);
  expect([hasLastLetters('ruth'), hasLastLetters('amina')]).toEqual([true, false]);
  forgetLastLetters('amina');
  expect(hasLastLetters('ruth')).toBe(true);
  forgetLastLetters('ruth');
  expect(keptNames('letters:')).toEqual([]);
});

test('what was not written here is not taken for words', () => {
  for (const [nth, text] of ['', 'words', '1 2', '1 2 not base 64', '-1 2 AA==', '1.5 0 AA=='].entries()) keep(`letters:ruth:board-1:${nth}`, text);
  expect(lastLetters('ruth', 'board-1').found()).toEqual([]);
});

test('[B48] a device that is full, or refuses, is survived and said; what is removed makes room again', async () => {
  const page = lastLetters('ruth', 'board-1');
  const large = (id: string) => ({ id, epoch: 1, update: new Uint8Array(mostLetters / 2) });
  expect(page.write(large('first'))).toBe(true);
  expect(page.write(large('second'))).toBe(false);
  page.remove(['first']);
  expect(page.write(large('second'))).toBe(true);
  await onAFullDevice(async () => expect(page.write(edit('third', 1))).toBe(false));
});
