/** People who edit apart and meet again hold the same board, and every card on it still reads. On failure fast-check prints the seed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from './board-doc.ts';
import { judgeElements } from './judge.ts';
import { newBoardDoc } from './new-doc.ts';
import { listElements, readElement } from './read-board.ts';
import { replaceText } from './replace-text.ts';
import { playedOut, step } from '#tests/helpers/board-steps.ts';
import { boardWith, cardId, copyOf, knownFrom, syncAll } from './testing.ts';

test('[B13] three people who edit apart, undo, meet and part again end with one board on which every card reads and may be kept', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
      const [doc = newBoardDoc(), ...apart] = playedOut(steps);
      const [first, ...others] = [doc, ...apart].map((one) => listElements(one));
      for (const other of others) expect(other).toEqual(first);
      expect(first?.unread).toEqual([]);
      const saved = copyOf(doc);
      expect(listElements(saved)).toEqual(first);
      const ids = first?.elements.map((element) => element.id) ?? [];
      expect(judgeElements(saved, { elements: ids, purpose: true }, knownFrom(saved))).toEqual({
        ok: true,
        elements: ids.map((id) => Object(readElement(saved, id)).element),
      });
    }),
    { numRuns: 150 },
  );
});

test('[B13] what two people type into one field at once is there for both, letter for letter', () => {
  const typing = fc.array(fc.record({ at: fc.nat(50), typed: fc.constantFrom('a', 'bb', '👩') }), { maxLength: 20 });
  fc.assert(
    fc.property(typing, typing, (mine, yours) => {
      const a = boardWith([{ id: cardId(1), kind: 'question', position: 'V' }]);
      const b = copyOf(a);
      for (const [doc, edits] of [
        [a, mine],
        [b, yours],
      ] as const) {
        for (const { at, typed } of edits) {
          const text = textOf(doc, cardId(1), 'why');
          if (text !== null) replaceText(text, inserted(text.toString(), at, typed));
        }
      }
      syncAll([a, b]);
      const words = textOf(a, cardId(1), 'why')?.toString() ?? '';
      expect(textOf(b, cardId(1), 'why')?.toString()).toBe(words);
      expect([...words].sort()).toEqual([...mine, ...yours].flatMap(({ typed }) => [...typed]).sort());
    }),
  );
});

function inserted(text: string, at: number, typed: string): string {
  const signs = [...text];
  signs.splice(at % (signs.length + 1), 0, typed);
  return signs.join('');
}
