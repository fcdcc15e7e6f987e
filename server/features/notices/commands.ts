/** What people do with what they were told. */
import type { NoticePage } from '#shared/features/notices/model.ts';
import { badField } from '#shared/lib/problem.ts';
import { speechOf } from '#shared/words/say-in.ts';
import type { App } from '../../context.ts';
import { faces } from '../../faces/store.ts';
import { allowing, personOf, placeFacts, type Viewer } from '../../policy/viewer.ts';
import { noticeValues } from './sentence.ts';
import * as store from './store.ts';

const pageSize = 30;
const english = speechOf('en');

/** Newest first, a page at a time. @throws Problem not-signed-in */
export async function listNotices(app: App, viewer: Viewer, cursor: string | undefined): Promise<NoticePage> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  const personId = personOf(viewer);
  const rows = await store.noticesOf(app.db, personId, { before: cursorFrom(cursor), limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  const people = await faces(
    app.db,
    page.map((row) => row.byPersonId),
  );
  const titles = await store.titlesOf(
    app.db,
    page.map((row) => row.initiativeId),
  );
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      why: row.why,
      what: row.what,
      values: noticeValues(english, row, { people, titles }),
      initiativeId: row.initiativeId,
      address: row.address,
      at: row.createdAt.toISOString(),
      seen: row.seenAt !== null,
    })),
    next: rows.length > pageSize && last !== undefined ? `${last.createdAt.getTime()}_${last.id}` : null,
    unseen: await store.unseenOf(app.db, personId),
  };
}

/** Seen on one device is seen on all. */
export async function markSeen(app: App, viewer: Viewer, ids: readonly string[] | 'all'): Promise<{ unseen: number }> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    if ((await store.markSeen(tx, personId, ids, app.clock.now())) > 0) tx.afterCommit(() => app.topics.stale([`me:${personId}`]));
  });
  return { unseen: await store.unseenOf(app.db, personId) };
}

function cursorFrom(cursor: string | undefined): { at: Date; id: string } | null {
  if (cursor === undefined) return null;
  const [, at, id] = /^(\d{1,15})_([\w-]{10,40})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw badField('cursor', 'field.unknown');
  return { at: new Date(Number(at)), id };
}
