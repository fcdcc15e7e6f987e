import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Problem } from '#shared/lib/problem.ts';
import { maxFrameBytes } from '#shared/realtime/events.ts';
import type { HandedBack } from './kept-board.ts';
import { memoryDevice } from './memory-device.ts';
import { Outbox } from './outbox.ts';

/** Somebody's page on a line whose answers the test gives. */
class OnALine {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText('words');
  readonly server = new Y.Doc();
  readonly copy = memoryDevice().board('ruth', 'board-1');
  /** What was sent and is not answered, in its order. */
  readonly sent: { update: Uint8Array; isLarge: boolean; answer(problem?: Problem): Promise<void> }[] = [];
  readonly back: HandedBack[] = [];
  reopened = 0;
  #ids = 0;
  readonly outbox = new Outbox({
    copy: this.copy,
    newId: () => `edit-${this.#ids++}`,
    now: () => performance.now(),
    epoch: () => 1,
    send: (update, isLarge) =>
      new Promise((resolve, reject) => {
        const answer = async (problem?: Problem): Promise<void> => {
          this.sent.splice(this.sent.indexOf(one), 1);
          if (problem === undefined) resolve();
          else reject(problem);
          await pass(0);
        };
        const one = { update, isLarge, answer };
        this.sent.push(one);
      }),
    changed: () => undefined,
    reopen: () => void this.reopened++,
    refused: (back) => void this.back.push(back),
  });

  constructor() {
    this.doc.on('update', (update: Uint8Array) => this.outbox.add(update));
    this.outbox.start();
  }

  async type(words: string): Promise<void> {
    this.text.insert(this.text.length, words);
    await pass(0);
  }

  /** The server takes what was sent first, answers, and that took so long. */
  async taken(): Promise<void> {
    const [first] = this.sent;
    if (first === undefined) throw new Error('nothing was sent');
    Y.applyUpdate(this.server, first.update);
    await first.answer();
  }

  get there(): string {
    return this.server.getText('words').toString();
  }

  async unsent(): Promise<number> {
    return (await this.copy.read()).unsent.length;
  }
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const gap = () => new Problem('refused', 'refused.gap');

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

/** A page whose last edit took 400 ms to be answered. */
async function onASlowLine(): Promise<OnALine> {
  const page = new OnALine();
  await page.type('a');
  await pass(400);
  await page.taken();
  return page;
}

test('on a quick line each edit goes at once', async () => {
  const page = new OnALine();
  for (const letter of 'abcdef') {
    await page.type(letter);
    expect(page.sent).toHaveLength(1);
    await pass(5);
    await page.taken();
    await pass(90);
  }
  expect([page.there, page.outbox.empty, await page.unsent()]).toEqual(['abcdef', true, 0]);
});

test('on a slow line edits follow each other, and what is typed in between goes together', async () => {
  const page = await onASlowLine();
  for (const letter of 'bcdefghijk') {
    await page.type(letter);
    await pass(50);
  }
  expect(page.sent).toHaveLength(4);
  while (page.sent.length > 0) await page.taken();
  await pass(400);
  while (page.sent.length > 0) await page.taken();
  expect([page.there, page.outbox.empty, await page.unsent()]).toEqual(['abcdefghijk', true, 0]);
});

test('when one is not kept, those behind it are sent again in their order, and those kept nevertheless are not', async () => {
  const page = await onASlowLine();
  for (const letter of 'bcd') {
    await page.type(letter);
    await pass(100);
  }
  const [first, second, third] = [...page.sent];
  await first?.answer(new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 1000 }));
  await second?.answer(gap());
  await page.type('e');
  expect(page.outbox.empty).toBe(false);
  // It only deleted, say, and so did not build on what is missing.
  await third?.answer();
  expect([page.sent.length, await page.unsent()]).toEqual([0, 3]);
  await pass(3000);
  expect(page.sent).toHaveLength(1);
  expect([page.reopened, page.back]).toEqual([0, []]);
  await page.taken();
  expect([page.outbox.empty, await page.unsent()]).toEqual([true, 0]);
});

test('when one is refused, it and what builds on it come back together, once', async () => {
  const page = await onASlowLine();
  for (const words of [' bad', ' words', ' more']) {
    await page.type(words);
    await pass(100);
  }
  const refused = new Problem('refused', 'field.nhs-number');
  const [first, ...others] = [...page.sent];
  await first?.answer(refused);
  for (const other of others) await other.answer(gap());
  // What builds on it goes once more, opened anew, then by itself.
  while (page.sent.length > 0) await page.sent[0]?.answer(gap());
  expect(page.reopened).toBe(1);
  page.outbox.start();
  await pass(0);
  while (page.sent.length > 0) await page.sent[0]?.answer(gap());
  expect(page.back.map(({ words, problem }) => [words, problem.reason])).toEqual([['bad words more', 'field.nhs-number']]);
  expect([page.outbox.empty, await page.unsent()]).toEqual([true, 0]);
});

test('nothing follows what is too large for a live line before it is kept', async () => {
  const page = await onASlowLine();
  await page.type('b'.repeat(maxFrameBytes + 1));
  expect(page.sent.map(({ isLarge }) => isLarge)).toEqual([true]);
  await page.type('c');
  await pass(10_000);
  expect(page.sent).toHaveLength(1);
  await page.taken();
  await page.taken();
  expect(page.there.endsWith('bc')).toBe(true);
});

test('what is too large waits until all before it are kept', async () => {
  const page = await onASlowLine();
  await page.type('b');
  await page.type('c'.repeat(maxFrameBytes + 1));
  await pass(10_000);
  expect(page.sent.map(({ isLarge }) => isLarge)).toEqual([false]);
  await page.taken();
  expect(page.sent.map(({ isLarge }) => isLarge)).toEqual([true]);
  await page.taken();
  expect(page.outbox.empty).toBe(true);
});

test('a page that goes, or loses its board, sends nothing more', async () => {
  for (const end of ['stop', 'pause'] as const) {
    const page = await onASlowLine();
    await page.type('b');
    await page.type('c');
    page.outbox[end]();
    await pass(10_000);
    expect(page.sent).toHaveLength(1);
    await page.taken();
    await pass(10_000);
    expect([page.sent.length, await page.unsent()]).toEqual([0, 1]);
  }
});
