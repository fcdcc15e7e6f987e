import { Problem } from '../../../lib/problem.ts';
import { limits, type BadRow, type BadRowCode, type ParsedFile, type SheetRow } from './sheet.ts';

/** One JSON object a line; empty lines are skipped, and every line that is none is named. @throws Problem too-large */
export function parseNdjson(text: string): ParsedFile {
  const names = new Set<string>();
  const objects: { row: number; values: ReadonlyMap<string, string> }[] = [];
  const bad: BadRow[] = [];
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (line.trim() === '') return;
    const values = readLine(line);
    if (typeof values === 'string') bad.push({ row: index + 1, field: 'row', code: values, value: '' });
    else objects.push({ row: index + 1, values });
    if (objects.length + bad.length > limits.rows) throw new Problem('too-large', 'bringIn.too-many-rows');
    if (typeof values === 'string') return;
    for (const name of values.keys()) names.add(name);
    if (names.size > limits.columns) throw new Problem('too-large', 'bringIn.too-many-columns');
  });
  const headers = [...names];
  const rows = objects.map(({ row, values }): SheetRow => ({ row, cells: headers.map((name) => values.get(name) ?? '') }));
  return { format: 'ndjson', headers, rows, bad };
}

function readLine(line: string): ReadonlyMap<string, string> | BadRowCode {
  const value = parseJson(line);
  if (value === undefined) return 'not-json';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-an-object';
  const cells = new Map(Object.entries(value).map(([name, cell]) => [name, textOf(cell)]));
  return [...cells.values()].some((cell) => cell.length > limits.cell) ? 'cell-too-long' : cells;
}

/** undefined, which JSON cannot say, when a line is not JSON: here that is an answer and not an accident. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) return value.map(String).join(', ');
  return JSON.stringify(value);
}
