/** "Others are stuck on the same thing": what is like a blocker, by kind and by its words, so that people can gather by hand. */
import { similarTo } from '#shared/analysis/similarity/similar-to.ts';
import { buildIndex } from '#shared/analysis/similarity/similarity-index.ts';
import type { BlockersLike } from '#shared/features/system-asks/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import { elementRow } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import { allowing, initiativeFacts, type Viewer } from '../../policy/viewer.ts';
import { kindOf, openBlockerOf } from './read.ts';
import * as store from './store.ts';

const mostAsks = 10;
const mostBlockers = 5;

/** The open system asks of this kind or like it, the most alike first, and open blockers of this kind elsewhere that are alike. @throws Problem not-found */
export async function findLike(app: App, viewer: Viewer, { id, elementId }: { id: string; elementId: string }): Promise<BlockersLike> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, id));
  const card = await elementRow(app.db, id, elementId);
  if (card?.kind !== 'blocker') throw new Problem('not-found', 'problem.not-found');
  const kind = kindOf(card.fields['blockerKind']);
  const free = card.fields['whatWouldFreeUs'];
  const text = `${card.title}\n${typeof free === 'string' ? free : ''}`;
  return { systemAsks: await asksLike(app, { id, elementId, kind, text }), blockers: await blockersLike(app, { id, kind, text }) };
}

interface About {
  readonly id: string;
  readonly kind: ReturnType<typeof kindOf>;
  readonly text: string;
}

async function asksLike(app: App, { id, elementId, kind, text }: About & { elementId: string }): Promise<BlockersLike['systemAsks']> {
  const open = (await store.listSystemAsks(app.db)).filter((row) => row.answer === null);
  const joined = await store.joinedIn(
    app.db,
    open.map((row) => row.id),
  );
  const inIt = (systemAskId: string) => joined.filter((one) => one.systemAskId === systemAskId);
  const others = open.filter((row) => !inIt(row.id).some((one) => one.initiativeId === id && one.elementId === elementId));
  const index = buildIndex(
    others.map((row) => ({
      id: row.id,
      title: row.cause,
      body: inIt(row.id)
        .map((one) => one.title)
        .join('\n'),
    })),
  );
  const rank = new Map(similarTo(index, text, { limit: others.length }).map((one, at) => [one.id, at]));
  return others
    .filter((row) => rank.has(row.id) || row.kind === kind)
    .sort((a, b) => (rank.get(a.id) ?? others.length) - (rank.get(b.id) ?? others.length))
    .slice(0, mostAsks)
    .map((row) => ({ id: row.id, cause: row.cause, kind: row.kind, blockers: inIt(row.id).length, alike: rank.has(row.id) }));
}

async function blockersLike(app: App, { id, kind, text }: About): Promise<BlockersLike['blockers']> {
  const open = await store.openBlockers(app.db, { besides: id, ...(kind === null ? {} : { kind }) });
  const index = buildIndex(open.map((row) => ({ id: row.elementId, title: row.title, body: row.free })));
  return similarTo(index, text, { limit: mostBlockers }).flatMap(({ id: found }) => {
    const row = open.find((one) => one.elementId === found);
    return row === undefined ? [] : [openBlockerOf(row)];
  });
}
