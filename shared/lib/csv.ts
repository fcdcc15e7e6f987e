// Writing tables that any spreadsheet opens: UTF-8 with its mark, CRLF, every cell quoted, and no cell that could run as a formula.

export type Cell = string | number | boolean | null;

const byteOrderMark = '\ufeff';
/** What a spreadsheet takes for the start of a formula, in its full-width forms too; spaces and quotes before it do not help. */
const formula = /^['\u2019]*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^['\u2019]*[\t\r\n]/;

/** A CSV file of a header row and rows; null is an empty cell. */
export function writeCsv(headers: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [writeRow(headers)];
  for (const row of rows) lines.push(writeRow(row));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

/** The words of a cell that writeCsv wrote and a parser read. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

function writeRow(cells: readonly Cell[]): string {
  return cells.map((cell) => `"${guard(cell).replaceAll('"', '""')}"`).join(',');
}

/** Numbers are ours and stay numbers, even below zero. */
function guard(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  return formula.test(cell) ? `'${cell}` : cell;
}
