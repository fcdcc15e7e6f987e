/** What people of the demo wrote on a board, through the same door as everybody: gate, judge, log. */
import { appendToPurpose } from '#shared/board/append-purpose.ts';
import { addElement, endPosition, setState, setText } from '#shared/board/board-doc.ts';
import { kindNamed, parseElement } from '#shared/elements/registry.ts';
import type { Act } from './act.ts';
import { type DemoElement, type DemoInitiative, wholeCard } from './content/shape.ts';
import type { Seeding } from './seeding.ts';

/** The rest of the purpose is written a quarter of an hour after its first sentence. */
const aQuarter = 0.0105;

export function boardActs(seeding: Seeding, initiative: DemoInitiative): Act[] {
  const { id, litBy, litDaysAgo, purposeMore, elements } = initiative;
  const purpose: Act = { daysAgo: litDaysAgo - aQuarter, run: () => seeding.app.boards.edit(id, litBy, (doc) => appendToPurpose(doc, purposeMore)) };
  return [
    purpose,
    ...elements.flatMap((element) =>
      isFreed(element)
        ? [adding(seeding, id, stuckAgain(element)), freeing(seeding, initiative, element)]
        : [adding(seeding, id, begun(initiative, element))],
    ),
  ];
}

function adding({ app, dayIn }: Seeding, boardId: string, element: DemoElement): Act {
  return {
    daysAgo: element.daysAgo,
    run: () =>
      app.boards.edit(boardId, element.by, (doc) => {
        const card = parseElement(element.kind, wholeCard(element, dayIn), 'kept');
        if (card?.success === true) addElement(doc, { ...card.data, position: endPosition(doc) });
      }),
  };
}

/** A freed blocker was stuck first, and freed some time after the last answer to those who asked about it. */
function freeing({ app }: Seeding, { id, asks }: DemoInitiative, element: DemoElement): Act {
  const answered = asks.filter((ask) => ask.elementId === element.id).map((ask) => ask.answer?.daysAgo ?? ask.daysAgo);
  return {
    daysAgo: Math.min(element.daysAgo, ...answered) * 0.8,
    run: () =>
      app.boards.edit(id, element.by, (doc) => {
        setText(doc, element.id, 'how', String(element.values['how'] ?? ''));
        setState(doc, element.id, 'freed');
      }),
  };
}

/** A card whose proposal was put to everybody is marked as decided when that has ended, and not before. */
function begun({ proposals }: DemoInitiative, element: DemoElement): DemoElement {
  if (!proposals.some((one) => one.elementId === element.id)) return element;
  return { ...element, state: kindNamed(element.kind)?.first ?? element.state };
}

function isFreed({ kind, state }: DemoElement): boolean {
  return kind === 'blocker' && state === 'freed';
}

function stuckAgain(element: DemoElement): DemoElement {
  const { how: _told, ...values } = element.values;
  return { ...element, state: kindNamed(element.kind)?.first ?? element.state, values };
}
