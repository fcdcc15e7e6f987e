/** The words of kinds by name, for code that is the same for every kind. */
import { isWordsKey, sayKey } from '../words/say.ts';
import type { SectionId } from './kind.ts';

export type KindWord = 'name' | 'plural' | 'plain' | 'add' | 'empty';

export function kindWord(kind: string, which: KindWord = 'name'): string {
  return sayKey(`kinds.${kind}.${which}`);
}

export function stateWord(kind: string, state: string): string {
  return sayKey(`kinds.${kind}.state.${state}`);
}

export function fieldWord(kind: string, field: string): string {
  return sayKey(`kinds.${kind}.field.${field}`);
}

/** What helps somebody fill a field in; null when the label says enough. */
export function hintWord(kind: string, field: string): string | null {
  const key = `kinds.${kind}.hint.${field}`;
  return isWordsKey(key) ? sayKey(key) : null;
}

export function choiceWord(kind: string, field: string, choice: string): string {
  return sayKey(`kinds.${kind}.choice.${field}.${choice}`);
}

export function sectionWord(section: SectionId): string {
  return sayKey(`sections.${section}`);
}

/** The plain words shown beside a section's name. */
export function sectionPlain(section: SectionId): string {
  return sayKey(`sections.${section}.plain`);
}
