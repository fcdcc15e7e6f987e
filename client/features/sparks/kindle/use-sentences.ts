import { useState } from 'react';
import type { Perspective } from '#shared/features/people/model.ts';
import type { HelpAmount, Sentence, SparkCard } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { useMe } from '#client/api/me.ts';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { rememberChoices, rememberedChoices } from '../box/choices.ts';
import { useKindle } from './use-kindle.ts';

export interface Saying {
  readonly mine: readonly Sentence[];
  /** The sentence just said, to which something may be added. */
  readonly open: Sentence | null;
  readonly perspectives: readonly Perspective[];
  readonly busy: boolean;
  readonly error: unknown;
  toggle(sentence: Sentence): void;
  add(line: string, amount: HelpAmount | null, perspectives: readonly Perspective[]): void;
  close(): void;
}

/** A sentence counts the moment it is tapped; what goes beside it can be added after, or not at all. */
export function useSentences(spark: SparkCard): Saying {
  const { person } = useMe();
  const announce = useAnnounce();
  const kindling = useKindle(spark.id);
  const [open, setOpen] = useState<Sentence | null>(null);
  const remembered = rememberedChoices(person?.id ?? 'visitor');
  return {
    mine: spark.mySentences,
    open: open !== null && spark.mySentences.includes(open) ? open : null,
    perspectives: remembered.perspectives,
    busy: kindling.busy,
    error: kindling.error,
    toggle(sentence) {
      if (kindling.busy) return;
      const words = say(`sparks.${sentence}`);
      if (spark.mySentences.includes(sentence)) {
        kindling.takeBack(sentence, () => announce(say('sparks.kindled-back', { sentence: words })));
        return;
      }
      kindling.say({ sentence, line: '', perspectives: remembered.perspectives }, () => {
        setOpen(sentence);
        announce(say('sparks.kindled-thanks', { sentence: words }));
      });
    },
    add(line, amount, perspectives) {
      if (open === null) return;
      kindling.say({ sentence: open, line, amount, perspectives: [...perspectives] }, () => {
        rememberChoices(person, { siteId: remembered.siteId, perspectives });
        setOpen(null);
        announce(say('sparks.line-saved'));
      });
    },
    close: () => setOpen(null),
  };
}
