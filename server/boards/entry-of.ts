/** From an edit that was taken in to what is written of it. */
import type * as Y from 'yjs';
import { purposeRoot } from '#shared/board/layout.ts';
import { purposeText } from '#shared/board/read-purpose.ts';
import { wordsHash } from '#shared/lib/words-hash.ts';
import type { AcceptedEdit } from './accept-edit.ts';
import { mergedUpdate } from './board-view.ts';
import type { Entry } from './committer.ts';
import type { BoardNews } from './news.ts';
import { elementRowOf } from './projection.ts';

export interface Written {
  readonly boardId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly personId: string;
  readonly at: Date;
  readonly news: readonly BoardNews[];
}

/** `doc` has the edit in it. */
export function entryOf(
  doc: Y.Doc,
  { passed, elements, emitted }: AcceptedEdit,
  { boardId, epoch, seq, personId, at, news }: Written,
): Omit<Entry, 'from'> {
  const purposeTouched = passed.roots.has(purposeRoot);
  const text = purposeTouched ? purposeText(doc) : '';
  return {
    update: { boardId, seq, epoch, personId, bytes: mergedUpdate(emitted), createdAt: at, quarantinedAt: null },
    clients: passed.newClients.map((clientId) => ({ boardId, clientId, personId, createdAt: at })),
    elements: elements.map((element) => elementRowOf(boardId, element, personId, at)),
    purpose: purposeTouched ? { text, hash: wordsHash(text) } : null,
    news: news.map(({ what, elementId, values }) => ({
      what,
      at,
      initiativeId: boardId,
      personId,
      ...(elementId === null ? {} : { elementId }),
      values,
      topics: [
        `initiative:${boardId}/activity`,
        `initiative:${boardId}/elements`,
        ...(purposeTouched ? [`initiative:${boardId}/head` as const] : []),
      ],
    })),
  };
}
