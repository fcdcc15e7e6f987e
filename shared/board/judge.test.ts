import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, archiveElement, endPosition, moveElement, setField, setState, setText } from './board-doc.ts';
import { judgeElements, refusalProblem, type Known } from './judge.ts';
import { elementsPerBoard } from './limits.ts';
import { listElements, readElement } from './read-board.ts';
import { blockerCard, boardWith, cardId, copyOf, knownFrom } from './testing.ts';

const one = cardId(1);
const sample = () =>
  boardWith([
    blockerCard(1, { values: { title: 'Two systems' } }),
    { id: cardId(2), kind: 'test-of-change', position: 'b', values: { stopIf: 'Anyone waits longer.' } },
  ]);

describe('honest edits', () => {
  test('[B9] are let pass, and the touched cards come back as they now read', () => {
    const before = sample();
    const doc = copyOf(before);
    addElement(doc, blockerCard(3, { position: endPosition(doc) }));
    setField(doc, one, 'blockerKind', 'it-and-data');
    setText(doc, one, 'title', 'Two record systems');
    setState(doc, cardId(2), 'running');
    moveElement(doc, one, cardId(2), null);
    archiveElement(doc, cardId(3), new Date(0));
    const ids = [one, cardId(2), cardId(3)];
    const judged = judgeElements(doc, { elements: ids, purpose: true }, knownFrom(before));
    expect(judged).toEqual({ ok: true, elements: ids.map((id) => Object(readElement(doc, id)).element) });
  });

  test('[B9] a card is judged without reading any other', () => {
    const doc = sample();
    cardOf(doc, cardId(2)).set('state', 'no such state');
    expect(judgeElements(doc, { elements: [one], purpose: false }, knownFrom(doc)).ok).toBe(true);
  });

  test('[B2] a card whose position and state two undos took away stands last, in its first state', () => {
    const before = sample();
    const doc = copyOf(before);
    cardOf(doc, one).delete('position');
    cardOf(doc, one).delete('state');
    const judged = judgeElements(doc, { elements: [one], purpose: false }, knownFrom(before));
    expect(judged).toMatchObject({ ok: true, elements: [{ id: one, state: 'stuck' }] });
    expect(listElements(doc).elements.at(-1)?.id).toBe(one);
  });

  test('[B10] rewording what a state needs is no offence once the card is in that state', () => {
    const before = sample();
    setState(before, cardId(2), 'running');
    const doc = copyOf(before);
    setText(doc, cardId(2), 'stopIf', '');
    expect(judgeElements(doc, { elements: [cardId(2)], purpose: false }, knownFrom(before)).ok).toBe(true);
  });
});

type Case = [what: string, spoil: (card: Y.Map<unknown>, doc: Y.Doc) => void, field: string | null, reason: string];
const cases: Case[] = [
  ['[B7] a card taken out of the document', (_, doc) => doc.getMap('elements').delete(one), null, 'refused.removed'],
  ['[B7] a card put in the place of another', (_, doc) => doc.getMap('elements').set(one, cardOf(sample(), one).clone()), null, 'refused.replaced'],
  ['[B2] something that is no card', (_, doc) => doc.getMap('elements').set(one, 'words'), null, 'field.type'],
  ['[B2] an unknown kind', (card) => card.set('kind', 'sculpture'), 'kind', 'refused.kind'],
  ['[B2] another kind', (card) => card.set('kind', 'spark'), 'kind', 'refused.kind-changed'],
  ['[B2] the same kind written once more', (card) => card.set('kind', 'blocker'), 'kind', 'refused.kind-changed'],
  ['[B2] an unknown state', (card) => card.set('state', 'asked'), 'state', 'refused.state'],
  ['[B2] a state every object has', (card) => card.set('state', 'constructor'), 'state', 'refused.state'],
  ['[B2] a position nobody can sort', (card) => card.set('position', 'ä'), 'position', 'refused.position'],
  ['[B2] an author in the document', (card) => card.set('author', 'Amina'), null, 'refused.unknown-field'],
  ['[B2] a choice the kind does not have', (card) => card.set('blockerKind', 'weather'), 'blockerKind', 'field.choice'],
  ['[B2] a nested thing where a value belongs', (card) => card.set('workedRound', new Y.Map()), 'workedRound', 'field.choice'],
  ['[B7] an archiving at no time', (card) => card.set('archivedAt', 'yesterday'), 'archivedAt', 'field.date'],
  ['[B3] a text put in the place of a text', (card) => card.set('title', new Y.Text('mine now')), 'title', 'refused.replaced'],
  ['[B3] a text taken away', (card) => card.delete('title'), 'title', 'refused.text-removed'],
  ['[B3] a plain value in the place of a text', (card) => card.set('title', 'words'), 'title', 'field.type'],
  ['[B3] rich text in the place of plain text', (card) => card.set('title', new Y.XmlText('words')), 'title', 'field.type'],
  ['[B3] formatting in plain text', (card) => textOf(card).insert(0, 'loud', { bold: true }), 'title', 'refused.formatting'],
  ['[B3] something embedded in plain text', (card) => textOf(card).insertEmbed(0, { image: 'x' }), 'title', 'refused.formatting'],
  ['[B3] attributes on plain text', (card) => textOf(card).setAttribute('author', 'Amina'), 'title', 'refused.formatting'],
  ['[B3] text beyond its limit', (card) => textOf(card).insert(0, 'x'.repeat(200)), 'title', 'field.too-long'],
  ['[B3] a line break in one line', (card) => textOf(card).insert(0, 'a\nb'), 'title', 'refused.one-line'],
  ['[B3] a control sign', (card) => textOf(card).insert(0, 'a\u0000b'), 'title', 'refused.character'],
  ['[B11] a text that may not be kept', (card) => textOf(card).insert(0, 'NHS number 943 476 5919 '), 'title', 'field.nhs-number'],
];

describe('what is refused', () => {
  test.each(cases)('%s', (_what, spoil, field, reason) => {
    const before = sample();
    const doc = copyOf(before);
    spoil(cardOf(doc, one), doc);
    expect(judgeElements(doc, { elements: [one], purpose: false }, knownFrom(before, refuses))).toMatchObject({
      ok: false,
      element: one,
      field,
      reason,
    });
  });

  test.each(['short', 'constructor', 'hasOwnProperty', 'with spaces in it', 'x'.repeat(41)])('[B2] the id %s', (id) => {
    const doc = sample();
    doc.getMap('elements').set(id, cardOf(sample(), one).clone());
    expect(judgeElements(doc, { elements: [id], purpose: false }, knownFrom(new Y.Doc()))).toMatchObject({
      ok: false,
      element: id,
      field: 'id',
      reason: 'field.id',
    });
  });

  test('[B10] a state whose needs are empty, also for a new card', () => {
    const before = sample();
    const doc = copyOf(before);
    setText(doc, cardId(2), 'stopIf', '');
    cardOf(doc, cardId(2)).set('state', 'running');
    for (const known of [knownFrom(before), knownFrom(new Y.Doc())]) {
      expect(judgeElements(doc, { elements: [cardId(2)], purpose: false }, known)).toMatchObject({
        ok: false,
        field: 'stopIf',
        reason: 'refused.needs',
      });
    }
  });

  test('[B6] the five hundred and first card; those that are there can still be edited', () => {
    const doc = boardWith(Array.from({ length: elementsPerBoard }, (_, nth) => blockerCard(nth, { position: 'V' })));
    const known = knownFrom(copyOf(doc));
    addElement(doc, blockerCard(9000, { position: 'V' }));
    expect(judgeElements(doc, { elements: [cardId(9000)], purpose: false }, known)).toMatchObject({
      ok: false,
      reason: 'refused.full',
      values: { max: elementsPerBoard },
    });
    expect(judgeElements(doc, { elements: [cardId(7)], purpose: false }, known).ok).toBe(true);
  });

  test('[B14] a refusal travels as a problem that names the card, the field and the reason', () => {
    expect(refusalProblem({ ok: false, element: one, field: 'title', reason: 'field.too-long', values: { max: 200 } }).body).toEqual({
      code: 'refused',
      reason: 'field.too-long',
      values: { max: 200 },
      fields: [{ field: `${one}.title`, reason: 'field.too-long', values: { max: 200 } }],
    });
  });
});

test('[B3] a card survives saving, loading and compaction with its texts still known as the first ones', () => {
  const doc = sample();
  setField(doc, one, 'blockerKind', 'space');
  setField(doc, one, 'blockerKind', 'culture');
  const loaded = copyOf(copyOf(doc));
  expect(judgeElements(loaded, { elements: [one, cardId(2)], purpose: true }, knownFrom(doc)).ok).toBe(true);
  cardOf(loaded, one).set('title', new Y.Text('mine now'));
  expect(judgeElements(copyOf(loaded), { elements: [one], purpose: false }, knownFrom(doc))).toMatchObject({
    field: 'title',
    reason: 'refused.replaced',
  });
});

const refuses: Known['refuses'] = (text) => (text.includes('943 476 5919') ? 'field.nhs-number' : null);

function cardOf(doc: Y.Doc, id: string): Y.Map<unknown> {
  const card = doc.getMap('elements').get(id);
  if (!(card instanceof Y.Map)) throw new Error(`no card ${id}`);
  return card;
}

function textOf(card: Y.Map<unknown>): Y.Text {
  const text = card.get('title');
  if (!(text instanceof Y.Text)) throw new Error('no title');
  return text;
}
