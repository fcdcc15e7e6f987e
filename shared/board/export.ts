/** A board to take away: as JSON for machines, as Markdown for a board paper. Pure, from plain data. */
import type { Say } from '../elements/kind.ts';
import { boardExport, type BoardExport } from './export-format.ts';
import { boardPages } from './export-pages.ts';
import type { Label } from './export-paper.ts';

/** @throws ZodError when the data is not a board: a fault of the caller */
export function boardAsJson(board: BoardExport): string {
  return `${JSON.stringify(boardExport.parse(board), null, 2)}\n`;
}

/** The board as a page to print or to paste into a paper. `label` says the codes of rows (seats, offices, pledges) in words. */
export function boardAsMarkdown(board: BoardExport, say: Say, label: Label): string {
  const lines = boardPages(board, say, label);
  return `${lines.join('\n').trimEnd()}\n`;
}
