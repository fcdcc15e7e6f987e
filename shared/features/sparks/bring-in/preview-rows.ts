// What bringing in a sheet would do, before anything is done.
import { fold } from '../../../analysis/similarity/terms.ts';
import { Problem } from '../../../lib/problem.ts';
import type { SparkKind } from '../model.ts';
import { readRow, siteKey, type KnownSite, type RowCells, type SparkDraft } from './read-row.ts';
import type { BadFileCode, BadRow, BadRowCode, ColumnName, Sheet, SheetRow, SparkColumns } from './sheet.ts';

export interface PreviewOptions {
  readonly sites: readonly KnownSite[];
  /** sparkKey of every spark that is on the wall already. */
  readonly existing?: ReadonlySet<string>;
  /** What a row without a kind is; a need unless said otherwise. */
  readonly defaultKind?: SparkKind;
  /** YYYY-MM-DD; when given, days after it are refused. */
  readonly today?: string;
}

export interface Preview {
  readonly good: readonly SparkDraft[];
  readonly bad: readonly BadRow[];
}

/** A preview that is fed row by row, so that a server can do other work between rows. */
export interface OpenPreview extends Preview {
  readonly take: (row: SheetRow) => void;
}

/** All rows at once. @throws Problem invalid when no column holds words, or a named column is not in the file */
export function previewRows(sheet: Sheet, columns: SparkColumns, options: PreviewOptions): Preview {
  const preview = openPreview(sheet.headers, columns, options);
  for (const row of sheet.rows) preview.take(row);
  return { good: preview.good, bad: preview.bad };
}

/** @throws Problem invalid when no column holds words, or a named column is not in the file */
export function openPreview(headers: readonly string[], columns: SparkColumns, options: PreviewOptions): OpenPreview {
  const pick = cellPicker(headers, columns);
  const good: SparkDraft[] = [];
  const bad: BadRow[] = [];
  const firstRowOf = new Map<string, number>();
  const context = {
    sites: new Map(options.sites.map((site) => [siteKey(site.name), site])),
    defaultKind: options.defaultKind ?? 'need',
    today: options.today ?? null,
  };
  const refuse = (row: number, code: BadRowCode, value = ''): void => {
    bad.push({ row, field: 'row', code, value });
  };
  const take = ({ row, cells }: SheetRow): void => {
    const result = readRow(row, pick(cells), context);
    if (result.draft === undefined) {
      bad.push(...result.bad);
      return;
    }
    const key = sparkKey(result.draft.title, result.draft.body);
    const first = firstRowOf.get(key);
    if (first !== undefined) refuse(row, 'repeated', String(first));
    else if (options.existing?.has(key)) refuse(row, 'already-here');
    else good.push(result.draft);
    if (first === undefined) firstRowOf.set(key, row);
  };
  return { good, bad, take };
}

/** The same for two sparks that differ only in capitals, accents, spaces and punctuation. */
export function sparkKey(title: string, body: string): string {
  return fold(`${title} ${body}`)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function cellPicker(headers: readonly string[], columns: SparkColumns): (cells: readonly string[]) => RowCells {
  if (columns.title === null && columns.text === null) throw badColumns('no-text-column', 'text');
  const find = (name: ColumnName): number => {
    const header = columns[name];
    if (header === null) return -1;
    const at = headers.indexOf(header);
    if (at < 0) throw badColumns('unknown-column', name);
    return at;
  };
  const at = { title: find('title'), text: find('text'), kind: find('kind'), site: find('site'), created: find('created') };
  return (cells) => ({
    title: cells[at.title] ?? '',
    text: cells[at.text] ?? '',
    kind: cells[at.kind] ?? '',
    site: cells[at.site] ?? '',
    created: cells[at.created] ?? '',
  });
}

function badColumns(code: BadFileCode, name: ColumnName): Problem {
  return new Problem('invalid', `bringIn.${code}`, { fields: [{ field: `columns.${name}`, reason: `bringIn.${code}` }] });
}
