import { fold } from '../../../analysis/similarity/terms.ts';
import type { ColumnName, SparkColumns } from './sheet.ts';

/** Words by which people call a column, in English and Dutch, the likeliest first. */
const calledBy: Readonly<Record<ColumnName, readonly string[]>> = {
  title: ['title', 'titel', 'headline', 'subject', 'onderwerp', 'summary', 'samenvatting', 'spark'],
  text: [
    'text',
    'tekst',
    'body',
    'description',
    'beschrijving',
    'omschrijving',
    'comment',
    'comments',
    'opmerking',
    'feedback',
    'suggestion',
    'suggestie',
    'idea',
    'idee',
    'answer',
    'antwoord',
    'response',
    'details',
    'content',
    'message',
    'story',
    'improve',
    'better',
    'beter',
  ],
  kind: ['kind', 'soort', 'type', 'need or idea', 'behoefte of idee'],
  site: ['site', 'locatie', 'location', 'place', 'plaats', 'ward', 'afdeling', 'hospital', 'ziekenhuis', 'department', 'team', 'where'],
  created: ['created', 'created at', 'date', 'datum', 'submitted', 'posted', 'timestamp', 'aangemaakt', 'when'],
};
/** Read in this order, so that "created" and "type" are not taken for text. */
const order: readonly ColumnName[] = ['title', 'kind', 'created', 'site', 'text'];

/** A first guess at which header holds what: the same word first, then a header that holds the word. A person can change it. */
export function guessColumns(headers: readonly string[]): SparkColumns {
  const folded = headers.map((header) =>
    fold(header)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const columns: SparkColumns = { title: null, text: null, kind: null, site: null, created: null };
  const taken = new Set<number>();
  const take = (name: ColumnName, fits: (header: string, word: string) => boolean): void => {
    if (columns[name] !== null) return;
    for (const word of calledBy[name]) {
      const at = folded.findIndex((header, index) => !taken.has(index) && fits(header, word));
      if (at < 0) continue;
      columns[name] = headers[at] ?? null;
      taken.add(at);
      return;
    }
  };
  for (const name of order) take(name, (header, word) => header === word);
  for (const name of order) take(name, (header, word) => ` ${header} `.includes(` ${word} `));
  const [only] = headers;
  if (columns.title === null && columns.text === null && headers.length === 1 && only !== undefined) columns.text = only;
  return columns;
}
