/** What is known about a board outside its live document: who added what, what happened, what moved since somebody looked. */
import { describeElement, parseElement } from '#shared/elements/registry.ts';
import type { ActivityEntry, BoardElementRow } from '#shared/features/boards/model.ts';
import { say } from '#shared/words/say.ts';
import { type ElementRow, elementsOf, lastActivity } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { entriesOf } from './entries.ts';
import * as store from './store.ts';

const pageSize = 30;
/** How much of what moved is told at once; the rest is in the activity. */
const movedShown = 60;

/** @throws Problem not-found, not-signed-in */
export async function listElements(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: BoardElementRow[] }> {
  allowing('board.read', await initiativeFacts(app.db, viewer, initiativeId));
  const rows = await elementsOf(app.db, initiativeId);
  const cards = await faces(
    app.db,
    rows.flatMap((row) => [row.addedBy, row.changedBy]),
  );
  const shown = (personId: string | null) => (personId === null ? null : labelIn(cards, personId));
  return { items: rows.map((row) => ({ ...plain(row), addedBy: shown(row.addedBy), changedBy: shown(row.changedBy) })) };
}

/** Newest first, a page at a time. */
export async function listActivity(
  app: App,
  viewer: Viewer,
  { id, cursor }: { id: string; cursor?: number | undefined },
): Promise<{ items: ActivityEntry[]; next: number | null }> {
  allowing('board.read', await initiativeFacts(app.db, viewer, id));
  const rows = await store.activityOf(app.db, id, { before: cursor ?? null, limit: pageSize + 1 });
  const page = rows.slice(0, pageSize);
  return { items: await entriesOf(app.db, viewer, page), next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

/** What others did since the viewer looked; nothing for somebody who has not looked yet, or who is not signed in. */
export async function listMoved(app: App, viewer: Viewer, initiativeId: string): Promise<{ since: string | null; items: ActivityEntry[] }> {
  allowing('board.read', await initiativeFacts(app.db, viewer, initiativeId));
  const look = viewer.personId === null ? null : await store.lookOf(app.db, initiativeId, viewer.personId);
  if (look === null) return { since: null, items: [] };
  const rows = await store.movedAfter(app.db, { initiativeId, personId: look.personId, activityId: look.activityId, limit: movedShown });
  return { since: look.at.toISOString(), items: await entriesOf(app.db, viewer, onceEach(rows)) };
}

/** The viewer has seen everything that has happened until now. */
export async function look(app: App, viewer: Viewer, initiativeId: string): Promise<{ at: string }> {
  allowing('board.read', await initiativeFacts(app.db, viewer, initiativeId));
  const personId = personOf(viewer);
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    await store.putLook(tx, { personId, initiativeId, at, activityId: await lastActivity(tx, initiativeId) });
  });
  return { at: at.toISOString() };
}

/** One person working on one thing all day is told once, the latest time. */
function onceEach(rows: readonly store.KnownActivity[]): store.KnownActivity[] {
  const told = new Set<string>();
  return rows.filter(({ what, personId, elementId, id }) => {
    const again = what === 'board.purpose-changed' || what === 'board.element-changed';
    const key = again ? `${what}/${personId ?? ''}/${elementId ?? ''}` : String(id);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

function plain(row: ElementRow): Omit<BoardElementRow, 'addedBy' | 'changedBy'> {
  const { elementId, kind, state, title } = row;
  return {
    id: elementId,
    kind,
    state,
    title,
    sentence: sentenceOf(row),
    addedAt: row.addedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}

function sentenceOf({ elementId, kind, state, position, archivedAt, fields }: ElementRow): string {
  const parsed = parseElement(kind, { id: elementId, kind, state, position, archivedAt: archivedAt?.toISOString() ?? null, values: fields }, 'shown');
  return parsed?.success === true ? describeElement(parsed.data, say) : say('kinds.unknown');
}
