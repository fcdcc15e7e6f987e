/** From an element of the document to its row; the row can always be worked out again from the log. */
import type { BoardElement } from '#shared/elements/registry.ts';
import type { ElementRow } from './store.ts';

/** The row an element has after a change by somebody (null: the server) at a time. */
export function elementRowOf(boardId: string, element: BoardElement, by: string | null, at: Date): ElementRow {
  const { id, kind, state, position, archivedAt, values } = element;
  return {
    boardId,
    elementId: id,
    kind,
    state,
    position,
    title: values.title,
    fields: { ...values },
    addedBy: by,
    addedAt: at,
    changedBy: by,
    changedAt: at,
    archivedAt: archivedAt === null ? null : new Date(archivedAt),
  };
}
