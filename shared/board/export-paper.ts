/** What the pages of a board are written from. */
import type { Say } from '../elements/kind.ts';
import type { BoardExport } from './export-format.ts';
import { bullets, inline } from './markdown.ts';

/** Which list of words a row's code belongs to. */
export type LabelGroup =
  'initiative-state' | 'perspective' | 'office' | 'pledge' | 'pledge-state' | 'room' | 'ask-answer' | 'decision-answer' | 'decision-outcome';
export type Label = (group: LabelGroup, code: string) => string;

export interface Paper {
  readonly board: BoardExport;
  readonly say: Say;
  readonly label: Label;
}

/** A list below its name; nothing where it is empty. The items are Markdown already. */
export function titledList(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${inline(title)}**`, '', ...bullets(items)];
}

/** Sentences one after the other on one line; what is empty is left out. */
export function sentences(...parts: readonly string[]): string {
  return inline(parts.filter((part) => part !== '').join(' '));
}

export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
