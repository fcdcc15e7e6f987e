/** A page of the wall, read once for everybody who asks for it at the same moment. */
import type { SparkCard } from '#shared/features/sparks/model.ts';
import type { App } from '../../../context.ts';
import { together } from '../../../db/together.ts';
import { beginningOf } from './beginning.ts';
import { cardsForAll } from './cards.ts';
import { type After, type WallFilter, wallRows } from './store.ts';

export interface PageAsked {
  readonly filter: WallFilter;
  readonly limit: number;
  readonly after: After | null;
  /** Who is looking. */
  readonly personId: string | null;
}

export interface WallPage {
  readonly items: readonly SparkCard[];
  /** Where the next page starts; null when this is the last. */
  readonly next: After | null;
}

const reading = new WeakMap<App, (asked: PageAsked) => Promise<WallPage>>();

export function wallPage(app: App, asked: PageAsked): Promise<WallPage> {
  const read = reading.get(app) ?? together(sameRows, (all: readonly PageAsked[]) => readFor(app, all));
  reading.set(app, read);
  return read(asked);
}

function sameRows({ filter, limit, after }: PageAsked): string {
  return JSON.stringify([filter, limit, after]);
}

/** All of them ask for the same rows. */
async function readFor(app: App, all: readonly PageAsked[]): Promise<WallPage[]> {
  const [asked] = all;
  if (asked === undefined) return [];
  const { filter, limit, after } = asked;
  const rows = await wallRows(app.db, filter, { limit: limit + 1, after });
  const shown = rows.slice(0, limit).map((row) => ({ ...row, body: beginningOf(row.body) }));
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const next = last === undefined ? null : { createdAt: last.createdAt, id: last.id };
  const personIds = [...new Set(all.flatMap((one) => one.personId ?? []))];
  const itemsFor = await cardsForAll(app.db, shown, { personIds, now: app.clock.now() });
  return all.map(({ personId }) => ({ items: itemsFor(personId), next }));
}
