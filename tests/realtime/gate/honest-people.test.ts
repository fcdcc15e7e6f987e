/**
 * Six people with several tabs each work, drop off, reload, merge under old client ids, undo and redo, and write rich text as
 * y-tiptap does: nothing of it is refused, and all end up with the same board. KINDLING_FUZZ_HONEST sets how many boards.
 */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { chosenSeed } from '#tests/helpers/seeded.ts';
import { describeDoc } from '#server/boards/gate/structure.ts';
import { CheckedWorld } from './checked-world.ts';
import { createElement, startPurpose } from './edits.ts';
import { Crowd } from './people.ts';
import { Random } from './random.ts';
import { docFrom } from './world.ts';

const boards = Number(process.env['KINDLING_FUZZ_HONEST'] ?? 16);
const stepsPerBoard = 1_500;
const seed = chosenSeed();

test(`on ${boards} boards no honest frame is refused and nobody sees another board`, { timeout: 0 }, () => {
  const sent = { live: 0, merge: 0, unusual: 0 };
  for (let board = 0; board < boards; board++) {
    const crowd = work(seed + board);
    for (const { kind, receipt } of crowd.sent) {
      sent[kind] += 1;
      if (receipt.verdict.ok && receipt.verdict.unusual) sent.unusual += 1;
    }
  }
  expect(sent.live, JSON.stringify(sent)).toBeGreaterThan(boards * 50);
  expect(sent.merge, JSON.stringify(sent)).toBeGreaterThan(boards * 10);
});

function work(boardSeed: number): Crowd {
  const random = new Random(boardSeed);
  const world = new CheckedWorld();
  world.seed((doc) => {
    startPurpose(doc);
    createElement(doc, random);
  });
  try {
    const crowd = new Crowd(world, random, ['amina', 'joe', 'ruth', 'dev', 'mei', 'sam']);
    crowd.hasDryRuns = true;
    for (let step = 0; step < stepsPerBoard; step++) crowd.step();
    crowd.settle();
    checkAll(crowd);
    return crowd;
  } catch (error) {
    throw new Error(`seed ${boardSeed}: run again with KINDLING_FUZZ_SEED=${boardSeed}`, { cause: error });
  }
}

function checkAll({ world, sent, tabs }: Crowd): void {
  const refusals = sent.flatMap(({ kind, receipt: { verdict } }) => (verdict.ok ? [] : [`${kind} ${verdict.code} ${verdict.detail}`]));
  expect(refusals).toEqual([]);
  const described = describeDoc(world.doc);
  for (const tab of tabs) expect(describeDoc(tab.doc)).toBe(described);
  expect(describeDoc(docFrom(Y.encodeStateAsUpdate(world.doc)))).toBe(described);
}
