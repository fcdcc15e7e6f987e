// The wall between somebody's file and us: CSV or NDJSON of any origin becomes a sheet of text cells, and every row that cannot be read
// is named. It hands the thread back between pieces, so that a large file does not hold up the boards.
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { parse, type Parser } from 'csv-parse';
import { decodeText } from '#shared/features/sparks/bring-in/decode-text.ts';
import { parseNdjson } from '#shared/features/sparks/bring-in/parse-ndjson.ts';
import { limits, type BadFileCode, type BadRow, type ParsedFile, type SheetRow } from '#shared/features/sparks/bring-in/sheet.ts';
import { unguard } from '#shared/lib/csv.ts';
import { Problem, type ProblemCode } from '#shared/lib/problem.ts';

/** Reads a file as bytes, or as text that was decoded already. @throws Problem invalid or too-large, with a `bringIn.` reason */
export async function parseFile(content: Uint8Array | string): Promise<ParsedFile> {
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  if (size > limits.fileBytes) throw badFile('file-too-large', 'too-large');
  const text = typeof content === 'string' ? content.replace(/^\ufeff/, '') : decodeText(content);
  if (text === null || text.includes('\u0000')) throw badFile('not-text');
  if (text.trim() === '') throw badFile('file-empty');
  if (/^\s*\[\s*[{\]]/.test(text)) throw badFile('one-object-a-line');
  return /^\s*\{/.test(text) ? parseNdjson(text) : parseCsv(text);
}

async function parseCsv(text: string): Promise<ParsedFile> {
  const { delimiter, start } = sniffDelimiter(text);
  const bad: BadRow[] = [];
  const rows: SheetRow[] = [];
  let headers: string[] | null = null;
  let row = start.row;
  let blank = 0;
  const refuse = (code: BadRow['code']): void => {
    bad.push({ row, field: 'row', code, value: '' });
  };
  for await (const record of records(text.slice(start.at), delimiter)) {
    row += 1;
    if (record === null) refuse('open-quote');
    else if (record.every((cell) => cell.trim() === '')) blank += 1;
    else if (headers === null) headers = nameHeaders(record);
    else if (record.some((cell) => cell.length > limits.cell)) refuse('cell-too-long');
    else if (record.slice(headers.length).some((cell) => cell.trim() !== '')) refuse('more-cells');
    else rows.push({ row, cells: record.slice(0, headers.length).map(unguard) });
    if (rows.length + bad.length > limits.rows || blank > limits.rows) throw badFile('too-many-rows', 'too-large');
  }
  return { format: 'csv', headers: headers ?? [], rows, bad };
}

/** Every record of the file, empty lines too, so that they can be counted; null stands for a quote that never closes. */
async function* records(text: string, delimiter: string): AsyncGenerator<readonly string[] | null> {
  let open = false;
  const parser: Parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: () => {
      open = true;
      return undefined;
    },
  });
  const source: AsyncIterable<readonly string[]> = Readable.from(pieces(Buffer.from(text))).pipe(parser);
  yield* source;
  if (open) yield null;
}

/** Small, because rows of uneven length cost the parser an Error each. */
const pieceBytes = 4 * 1024;

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    yield bytes.subarray(at, at + pieceBytes);
    await setImmediate();
  }
}

/** What stands between cells: what Excel's "sep=" line says, else the likeliest of the first line; a single column has none. */
function sniffDelimiter(text: string): { delimiter: string; start: { at: number; row: number } } {
  const said = /^sep=([^\r\n])(?:\r\n|\n|\r)/i.exec(text);
  if (said) return { delimiter: said[1] ?? ',', start: { at: said[0].length, row: 1 } };
  const firstLine = (/[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, many: firstLine.split(delimiter).length - 1 }));
  const most = counted.reduce((best, next) => (next.many > best.many ? next : best));
  const noDelimiter = '\u001f';
  return { delimiter: most.many > 0 ? most.delimiter : noDelimiter, start: { at: 0, row: 0 } };
}

/** Headers that can be told apart: "text", "text (2)"; a nameless column is called by its number. @throws Problem too-large */
function nameHeaders(record: readonly string[]): string[] {
  const used = record.slice(0, record.findLastIndex((cell) => cell.trim() !== '') + 1);
  if (used.length > limits.columns) throw badFile('too-many-columns', 'too-large');
  const names: string[] = [];
  used.forEach((cell, index) => {
    const name = unguard(cell).replace(/\s+/g, ' ').trim().slice(0, 200) || `#${index + 1}`;
    let unique = name;
    for (let again = 2; names.includes(unique); again += 1) unique = `${name} (${again})`;
    names.push(unique);
  });
  return names;
}

function badFile(code: BadFileCode, problem: ProblemCode = 'invalid'): Problem {
  return new Problem(problem, `bringIn.${code}`);
}
