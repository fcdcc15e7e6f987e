import { act } from 'react';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { setText } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { blockerCard, boardWith, cardId } from '#shared/board/testing.ts';
import type { NewElement } from '#shared/elements/registry.ts';
import { useCards } from '#client/board/use-cards.ts';
import { drawOnBoard } from '#tests/client/on-a-board.tsx';
import { type } from '#tests/client/render.tsx';
import { BoardCard } from './card.tsx';

const test1: NewElement = {
  id: cardId(1),
  kind: 'test-of-change',
  position: 'a1V',
  values: { title: 'One nurse for one shift', prediction: 'We see everyone within an hour.' },
};

/** Every card of the board that is not put away. */
function Cards() {
  const cards = useCards().filter((card) => card.archivedAt === null);
  return cards.map((card, index) => (
    <BoardCard key={card.id} card={card} showKind={false} index={index} count={cards.length} onMove={() => undefined} />
  ));
}

const first = (doc: Y.Doc) => listElements(doc).elements[0];
const button = (element: HTMLElement, name: string) => {
  const found = [...element.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  if (found === undefined) throw new Error(`no button ${name} in ${element.textContent}`);
  return found;
};
const press = (element: HTMLElement, name: string) => act(async () => button(element, name).click());

test('a card reads like a page: what people wrote, and nothing of what they left empty', async () => {
  const doc = boardWith([blockerCard(1, { values: { title: 'No lift', blockerKind: 'space', whatWouldFreeUs: 'A bed that fits.' } })]);
  const { find, element } = await drawOnBoard(doc, <Cards />);
  expect(find('h3').textContent).toBe('No lift');
  expect(find('article').textContent).toContain('A bed that fits.');
  expect(find('article').textContent).toContain('Space');
  expect(element.querySelectorAll('dt')).toHaveLength(1);
  expect(element.textContent).not.toContain('Who could free it');
});

test('what others write appears as it is written', async () => {
  const doc = boardWith([blockerCard(1, { values: { title: 'No lift' } })]);
  const { find } = await drawOnBoard(doc, <Cards />);
  await act(async () => setText(doc, cardId(1), 'title', 'The lift is too small', 'from afar'));
  expect(find('h3').textContent).toBe('The lift is too small');
});

test('opened, it asks for everything; each letter is in the document, and my undo takes it back', async () => {
  const doc = boardWith([blockerCard(1, { values: { title: 'No lift' } })]);
  const { element, find, board, whereabouts } = await drawOnBoard(doc, <Cards />);
  await press(element, 'Write in it: No lift');
  expect(document.activeElement?.id).toBe(
    [...element.querySelectorAll('label')].find((label) => label.textContent === 'What would free us?')?.htmlFor,
  );
  expect(whereabouts).toContain('blockers');
  await type(find('textarea[data-line="true"]'), 'No lift at all');
  expect(first(doc)?.values.title).toBe('No lift at all');
  await act(async () => void board.undo.undo());
  expect(first(doc)?.values.title).toBe('No lift');
  await press(element, 'Done: No lift');
  expect(element.querySelector('textarea')).toBeNull();
});

test('an NHS number stays in the box and is handed over when the card is closed', async () => {
  const doc = boardWith([blockerCard(1, { values: { title: 'No lift' } })]);
  const { element, find, kept } = await drawOnBoard(doc, <Cards />);
  await press(element, 'Write in it: No lift');
  await type(find('textarea'), 'No lift for 943 476 5919');
  expect(element.textContent).toContain('This looks like an NHS number.');
  expect(first(doc)?.values.title).toBe('No lift');
  await press(element, 'Done: No lift');
  expect(kept).toEqual(['No lift for 943 476 5919']);
});

test('a test of change cannot begin before "stop if" is written: the card opens and says so', async () => {
  const doc = boardWith([test1]);
  const { element, find } = await drawOnBoard(doc, <Cards />);
  const select = find('select');
  await act(async () => {
    if (select instanceof HTMLSelectElement) select.value = 'running';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(first(doc)?.state).toBe('planned');
  expect(element.textContent).toContain('Please fill this in.');
  const stopIf = [...element.querySelectorAll('label')].find((label) => label.textContent?.startsWith('Stop if'));
  expect(document.activeElement?.id).toBe(stopIf?.htmlFor);
  expect(element.textContent).not.toContain('What happened?');
});

test('put away, it keeps every word', async () => {
  const doc = boardWith([blockerCard(1, { values: { title: 'No lift' } })]);
  const { element, board } = await drawOnBoard(doc, <Cards />);
  await press(element, 'Write in it: No lift');
  await press(element, 'Put away: No lift');
  expect(element.querySelector('article')).toBeNull();
  expect(first(doc)).toMatchObject({ values: { title: 'No lift' }, archivedAt: expect.any(String) });
  await act(async () => void board.undo.undo());
  expect(first(doc)?.archivedAt).toBeNull();
});

test('a reader reads: no button, no list of states', async () => {
  const doc = boardWith([blockerCard(1, { values: { title: 'No lift' } })]);
  const { element } = await drawOnBoard(doc, <Cards />, { mayEdit: false });
  expect(element.querySelectorAll('button, select, textarea')).toHaveLength(0);
  expect(element.textContent).toContain('Stuck');
});

test('who is in this card is shown on it', async () => {
  const doc = boardWith([blockerCard(1, { values: { title: 'No lift' } })]);
  const { find } = await drawOnBoard(doc, <Cards />, { here: [{ personId: 'amina', label: 'Amina', section: 'blockers', elementId: cardId(1) }] });
  expect(find('[aria-label="In this card now"] [role="img"]').getAttribute('aria-label')).toBe('Amina');
});
