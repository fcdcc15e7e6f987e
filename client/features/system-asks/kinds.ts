import { blocker } from '#shared/elements/blocker/kind.ts';
import { choiceWord } from '#shared/elements/wording.ts';

export type BlockerKind = (typeof blocker.fields.blockerKind.choices)[number];

export function kindLabel(kind: BlockerKind): string {
  return choiceWord('blocker', 'blockerKind', kind);
}

/** The kinds of blocker, in their agreed order. */
export const kindOptions = blocker.fields.blockerKind.choices.map((value) => ({ value, label: kindLabel(value) }));
