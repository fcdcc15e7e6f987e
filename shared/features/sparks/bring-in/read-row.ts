// One row of somebody's file becomes the spark it would be, or the reasons why not.
import { findIdentifiers } from '../../../analysis/identifiers/find-identifiers.ts';
import { fold } from '../../../analysis/similarity/terms.ts';
import type { SparkKind } from '../model.ts';
import { splitSpark } from '../title.ts';
import { readDay } from './read-day.ts';
import { limits, type BadRow, type BadRowCode, type ColumnName } from './sheet.ts';

export interface SparkDraft {
  readonly row: number;
  readonly title: string;
  readonly body: string;
  readonly kind: SparkKind;
  readonly siteId: string | null;
  /** The site's own name. */
  readonly site: string | null;
  /** YYYY-MM-DD. */
  readonly created: string | null;
  /** It holds something that may tell who somebody is; worth a look before it comes in. */
  readonly mayIdentify: boolean;
}

export interface KnownSite {
  readonly id: string;
  readonly name: string;
}

export interface RowContext {
  /** By siteKey of the name. */
  readonly sites: ReadonlyMap<string, KnownSite>;
  /** What a row without a kind is. */
  readonly defaultKind: SparkKind;
  /** YYYY-MM-DD; a later day of writing is refused. */
  readonly today: string | null;
}

export type RowCells = Readonly<Record<ColumnName, string>>;
export type RowResult = { readonly draft: SparkDraft; readonly bad?: never } | { readonly draft?: never; readonly bad: readonly BadRow[] };

type Refuse = (field: BadRow['field'], code: BadRowCode, value?: string) => void;

/** Reads one row; every reason against it is named, not only the first. */
export function readRow(row: number, cells: RowCells, context: RowContext): RowResult {
  const bad: BadRow[] = [];
  const refuse: Refuse = (field, code, value = '') => {
    bad.push({ row, field, code, value: shown(value) });
  };
  const { title, body, mayIdentify } = readWords(cells, refuse);
  const kind = readKind(cells.kind, context.defaultKind);
  if (kind === null) refuse('kind', 'unknown-kind', cells.kind);
  const site = context.sites.get(siteKey(cells.site)) ?? null;
  if (site === null && cells.site.trim() !== '') refuse('site', 'unknown-site', cells.site);
  const created = readCreated(cells.created, context.today, refuse);
  if (bad.length > 0 || kind === null) return { bad };
  return { draft: { row, title, body, kind, siteId: site?.id ?? null, site: site?.name ?? null, created, mayIdentify } };
}

function readWords(cells: RowCells, refuse: Refuse): { title: string; body: string; mayIdentify: boolean } {
  const { title, body } = wordsOf(cells);
  if (title === '') refuse('row', 'no-words');
  if (title.length > limits.title) refuse('title', 'title-too-long', title);
  if (body.length > limits.body) refuse('text', 'text-too-long', body);
  if (`${title}${body}`.includes('\ufffd')) refuse('row', 'broken-letters', title);
  const identifiers = findIdentifiers(`${title}\n${body}`.slice(0, limits.cell));
  if (identifiers.some(({ severity }) => severity === 'block')) refuse('text', 'nhs-number');
  return { title, body, mayIdentify: identifiers.length > 0 };
}

function readCreated(cell: string, today: string | null, refuse: Refuse): string | null {
  const created = readDay(cell);
  if (created === null && cell.trim() !== '') refuse('created', 'bad-date', cell);
  if (created !== null && today !== null && created > today) refuse('created', 'future-date', cell);
  return created;
}

/** Names of sites are the same whatever their capitals, accents and spaces. */
export function siteKey(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}

/** With one column of words the first line is the title; a title that only repeats how the text begins is left out. */
function wordsOf(cells: RowCells): { title: string; body: string } {
  const title = tidy(cells.title).replace(/\s+/g, ' ');
  const body = tidy(cells.text);
  if (body === '') return splitSpark(tidy(cells.title));
  const beginning = title.replace(/(?:\.{3}|\u2026)$/, '').trim();
  if (body.replace(/\s+/g, ' ').startsWith(beginning)) return splitSpark(body);
  return { title, body };
}

function tidy(cell: string): string {
  return cell.replaceAll('\u0000', '').replace(/\r\n?/g, '\n').trim();
}

const kinds: ReadonlyMap<string, SparkKind> = new Map([
  ...['need', 'needs', 'a need', 'a need i saw', 'problem', 'issue', 'concern', 'behoefte', 'probleem'].map((word) => [word, 'need'] as const),
  ...['idea', 'ideas', 'an idea', 'suggestion', 'proposal', 'improvement', 'idee', 'voorstel', 'suggestie'].map((word) => [word, 'idea'] as const),
]);

function readKind(cell: string, otherwise: SparkKind): SparkKind | null {
  const word = siteKey(cell);
  return word === '' ? otherwise : (kinds.get(word) ?? null);
}

const shownLength = 80;

/** The beginning of a cell, with any NHS number taken out: a report of bad rows must not hand it on. */
function shown(value: string): string {
  const beginning = value.slice(0, shownLength * 2);
  const blocks = findIdentifiers(beginning).filter(({ severity }) => severity === 'block');
  const clean = blocks
    .reduceRight((text, { start, end }) => `${text.slice(0, start)}…${text.slice(end)}`, beginning)
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > shownLength ? `${clean.slice(0, shownLength - 1)}…` : clean;
}
