import { Check } from 'lucide-react';
import type { Sentence } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { Act } from '#client/ui/act.tsx';
import type { Saying } from './use-sentences.ts';

export interface SentenceButtonProps {
  sentence: Sentence;
  /** The spark's, so that the button can be told from the same one on another card. */
  title: string;
  saying: Saying;
}

/** One of the five sentences: pressed when it is mine, and a second tap takes it back. */
export function SentenceButton({ sentence, title, saying }: SentenceButtonProps) {
  const mine = saying.mine.includes(sentence);
  const words = say(`sparks.${sentence}`);
  return (
    <Act
      tone="plain"
      pressed={mine}
      icon={mine ? <Check size={18} aria-hidden /> : undefined}
      label={say('sparks.sentence-of', { sentence: words, title })}
      onClick={() => saying.toggle(sentence)}
    >
      {words}
    </Act>
  );
}
