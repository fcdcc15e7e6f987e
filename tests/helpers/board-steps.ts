/** What people do on a board, as fast-check makes it up: typing, adding, moving, putting away, undoing, meeting and parting. */
import fc from 'fast-check';
import type * as Y from 'yjs';
import { kindList } from '#shared/elements/registry.ts';
import { addElement, archiveElement, endPosition, moveElement, restoreElement, setField, setState, textOf } from '#shared/board/board-doc.ts';
import { listElements, readElement } from '#shared/board/read-board.ts';
import { replaceText } from '#shared/board/replace-text.ts';
import { boardWith, cardId, copyOf, syncAll } from '#shared/board/testing.ts';
import { makeUndo } from '#shared/board/undo.ts';

const people = 3;
const who = fc.nat(people - 1);
const card = fc.nat(20);
export const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('type' as const),
      who,
      card,
      at: fc.nat(40),
      typed: fc.string({ unit: fc.constantFrom('w', 'o', ' ', '👩', '🏽'), minLength: 1, maxLength: 6 }),
      gone: fc.nat(4),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('add' as const), who, card }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('move' as const), who, card, before: fc.option(card, { nil: null }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('state' as const), who, card, nth: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('archive' as const), who, card, back: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('choose' as const), who, card, nth: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('undo' as const), who, back: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('meet' as const), who, other: who }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A board with a card of every kind, on which three people do all this apart; in the end they meet. @returns their copies */
export function playedOut(steps: readonly Step[]): Y.Doc[] {
  const start = boardWith(kindList.map((kind, nth) => ({ id: cardId(nth), kind: kind.name, position: `a${nth.toString(36)}V` })));
  const docs = Array.from({ length: people }, () => copyOf(start));
  const undos = docs.map((doc) => makeUndo(doc));
  for (const [nth, one] of steps.entries()) play(docs, undos, one, 100 + nth);
  syncAll(docs);
  return docs;
}

function play(docs: readonly Y.Doc[], undos: readonly Y.UndoManager[], one: Step, fresh: number): void {
  const doc = docs[one.who];
  const undo = undos[one.who];
  if (doc === undefined || undo === undefined) return;
  if (one.act === 'undo') return void (one.back ? undo.undo() : undo.redo());
  if (one.act === 'meet') return syncAll([doc, docs[one.other] ?? doc]);
  const ids = listElements(doc).elements.map((element) => element.id);
  const id = ids[one.card % ids.length] ?? cardId(0);
  const reading = readElement(doc, id);
  const kind = kindList.find((listed) => reading?.ok === true && listed.name === reading.element.kind) ?? kindList[0];
  switch (one.act) {
    case 'add':
      return addElement(doc, { id: cardId(fresh), kind: kind.name, position: endPosition(doc) });
    case 'move':
      return moveElement(doc, id, one.before === null ? null : (ids[one.before % ids.length] ?? null), ids[0] ?? null);
    case 'state':
      return changeState(doc, id, Object.keys(kind.states), one.nth);
    case 'archive':
      return one.back ? restoreElement(doc, id) : archiveElement(doc, id, new Date(fresh * 1000));
    case 'choose':
      return kind.name === 'blocker' ? setField(doc, id, 'blockerKind', kind.fields.blockerKind.choices[one.nth] ?? null) : undefined;
    case 'type':
      return typeInto(doc, id, one);
  }
}

/** States that need something written are left out: two people may start a test and empty "stop if" at once, and the judge then refuses the later one. */
function changeState(doc: Y.Doc, id: string, states: readonly string[], nth: number): void {
  const state = states[nth % states.length] ?? '';
  if (!['running', 'answered'].includes(state)) setState(doc, id, state);
}

function typeInto(doc: Y.Doc, id: string, { at, typed, gone }: { at: number; typed: string; gone: number }): void {
  const text = textOf(doc, id, 'title');
  if (text === null || text.length > 40) return;
  const signs = [...text.toString()];
  signs.splice(at % (signs.length + 1), gone, typed);
  replaceText(text, signs.join(''));
}
