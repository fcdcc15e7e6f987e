import type { LabelGroup } from '#shared/board/export-paper.ts';
import { isWordsKey, sayKey } from '#shared/words/say.ts';

const areas: Readonly<Record<LabelGroup, string>> = {
  'initiative-state': 'initiatives.state',
  perspective: 'people.perspective',
  office: 'endorsements.office',
  pledge: 'pledges.kind',
  'pledge-state': 'pledges.state',
  room: 'rooms.stand',
  'ask-answer': 'boardExport.answer',
  'decision-answer': 'decisions.says',
  'decision-outcome': 'decisions.ended',
};

/** A code of a row in words; a code of another version stands as it is. */
export function label(group: LabelGroup, code: string): string {
  const key = `${areas[group]}-${code}`;
  return isWordsKey(key) ? sayKey(key) : code;
}
