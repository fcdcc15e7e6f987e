/** What a benchmark found, as people read it in a terminal and in a README. */

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What has to be known to read the figures. */
  readonly notes?: readonly string[];
}

/** The table as Markdown, its columns in line. */
export function drawTable({ title, head, rows, notes = [] }: Table): string {
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [`### ${title}`, '', line(head), rule, ...rows.map(line), ...notes.map((note) => `\n${note}`), ''].join('\n');
}

/** The first column reads from the left, figures from the right. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** Whether a figure keeps its bound, in one word beside the bound. */
export function verdict(figure: number, most: number, unit: string): string {
  return `${figure <= most ? 'holds' : 'MISSED'} (≤ ${most} ${unit})`;
}
