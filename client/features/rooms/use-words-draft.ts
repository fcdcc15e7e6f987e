import { type Draft, useDraft } from '#client/ui/use-draft.ts';

/** Everything a cover says, as it is being written. */
export const wordFields = ['what', 'where', 'until', 'safe1', 'safe2', 'safe3', 'callMe'] as const;
export type WordField = (typeof wordFields)[number];
export type WordsDraft = Readonly<Record<WordField, string>>;

/** The fields of one form, kept on this device together until they have arrived; until something is written they are `start`. */
export function useWordsDraft(
  name: string,
  start: Partial<WordsDraft>,
): { words: WordsDraft; set: (field: WordField, text: string) => void; clear: Draft['clear'] } {
  const draft = useDraft(name);
  const words = wordsIn(draft.text, start);
  return { words, set: (field, text) => draft.setText(JSON.stringify({ ...words, [field]: text })), clear: draft.clear };
}

function wordsIn(text: string, start: Partial<WordsDraft>): WordsDraft {
  const kept = text === '' ? start : read(text);
  const word = (field: WordField): string => {
    const value: unknown = kept[field];
    return typeof value === 'string' ? value : '';
  };
  return {
    what: word('what'),
    where: word('where'),
    until: word('until'),
    safe1: word('safe1'),
    safe2: word('safe2'),
    safe3: word('safe3'),
    callMe: word('callMe'),
  };
}

/** What another version of this page kept may read differently: then nothing is known. */
function read(text: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
