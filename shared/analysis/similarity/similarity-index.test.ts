import fc from 'fast-check';
import { expect, it } from 'vitest';
import { similarTo } from './similar-to.ts';
import { addDoc, buildIndex, removeDoc, type SimilarityDoc } from './similarity-index.ts';

const words = fc
  .array(fc.constantFrom('ward', 'parking', 'tea', 'doors', 'visiting', 'discharge', 'night', 'nacht'), { maxLength: 8 })
  .map((some) => some.join(' '));
const change = fc.oneof(
  fc.record({ does: fc.constant('add' as const), id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: words, body: words }),
  fc.record({ does: fc.constant('remove' as const), id: fc.constantFrom('a', 'b', 'c', 'd', 'e') }),
);

it('answers after any changes exactly as an index built anew', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), words, (changes, asked) => {
      const index = buildIndex([]);
      const docs = new Map<string, SimilarityDoc>();
      for (const step of changes) {
        docs.delete(step.id);
        if (step.does === 'remove') removeDoc(index, step.id);
        else {
          docs.set(step.id, step);
          addDoc(index, step);
        }
      }
      const anew = buildIndex(docs.values());
      expect(similarTo(index, asked, { minScore: 0, limit: 9 })).toEqual(similarTo(anew, asked, { minScore: 0, limit: 9 }));
      expect([...index.postings.keys()].sort()).toEqual([...anew.postings.keys()].sort());
      expect([...index.termsByTrigram.keys()].sort()).toEqual([...anew.termsByTrigram.keys()].sort());
    }),
  );
});

it('keeps nothing of a document that was taken out', () => {
  const index = buildIndex([{ id: 'a', title: 'Zebra crossing', body: 'by the ward' }]);
  removeDoc(index, 'a');
  expect({ terms: index.postings.size, trigrams: index.termsByTrigram.size, length: index.totalLength }).toEqual({
    terms: 0,
    trigrams: 0,
    length: 0,
  });
  expect(JSON.stringify(index.entries)).not.toContain('zebra');
});

it('keeps the later of two documents with one id', () => {
  const index = buildIndex([
    { id: 'a', title: 'Parking costs' },
    { id: 'a', title: 'Colder tea' },
  ]);
  expect(similarTo(index, 'parking costs')).toEqual([]);
  expect(similarTo(index, 'colder tea').map(({ id }) => id)).toEqual(['a']);
});
