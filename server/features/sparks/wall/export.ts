/** The wall as a table for any spreadsheet. Its first five columns can be brought in again. */
import { setImmediate } from 'node:timers/promises';
import { sentences } from '#shared/features/sparks/kinds.ts';
import { type SparkCard, wallQuery } from '#shared/features/sparks/model.ts';
import { type Cell, writeCsv } from '#shared/lib/csv.ts';
import { parseOr } from '#shared/lib/field-problems.ts';
import { say } from '#shared/words/say.ts';
import type { App } from '../../../context.ts';
import { allowing, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { wallFilter } from '../read.ts';
import { cardsOf } from './cards.ts';
import { type After, siteNames, wallRows } from './store.ts';

const pageSize = 500;
const exportQuery = wallQuery.omit({ limit: true, cursor: true });

/** Every spark of the wall, or of what the query asks for, as its readers see it. */
export async function wallCsv(app: App, viewer: Viewer, query: unknown): Promise<string> {
  allowing('spark.export', await placeFacts(app.db, viewer));
  const filter = wallFilter(parseOr(exportQuery, query), viewer);
  const sites = await siteNames(app.db);
  const rows: Cell[][] = [];
  let after: After | null = null;
  while (filter !== null) {
    const page = await wallRows(app.db, filter, { limit: pageSize, after });
    const cards = await cardsOf(app.db, page, { personId: viewer.personId, now: app.clock.now() });
    for (const card of cards) rows.push(rowOf(card, sites, app.url));
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) break;
    after = { createdAt: last.createdAt, id: last.id };
    await setImmediate();
  }
  return writeCsv(headers(), rows);
}

function headers(): string[] {
  const said = sentences.map((sentence) => say(`sparks.${sentence}`));
  const rest = ['csv-author', 'csv-state', 'csv-brought-in', 'csv-places', 'csv-perspectives', 'csv-replies', 'csv-waiting', 'csv-address'] as const;
  return ['title', 'text', 'kind', 'site', 'date', ...said, ...rest.map((name) => say(`sparks.${name}`))];
}

function rowOf(card: SparkCard, sites: ReadonlyMap<string, string>, url: string): Cell[] {
  const author = card.author.shown === 'unnamed' ? say('shell.no-name') : card.author.label;
  return [
    card.title,
    card.body,
    card.kind,
    card.siteId === null ? null : (sites.get(card.siteId) ?? null),
    card.createdAt.slice(0, 10),
    ...sentences.map((sentence) => card.has.sentences[sentence]),
    author,
    say(`sparks.state-${card.state}`),
    card.broughtInFrom,
    card.has.sites,
    card.has.perspectives.map((one) => say(`people.perspective-${one}`)).join(', '),
    card.comments,
    card.waitingDays,
    `${url}/sparks/${card.id}`,
  ];
}
