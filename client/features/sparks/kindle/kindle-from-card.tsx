import { useState } from 'react';
import { sentences } from '#shared/features/sparks/kinds.ts';
import type { SparkCard } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { Act } from '#client/ui/act.tsx';
import css from './kindle.module.css';
import { KindleLine } from './kindle-line.tsx';
import { SentenceButton } from './sentence-button.tsx';
import { useSentences } from './use-sentences.ts';

/** Kindling from the wall: the first sentence is one tap away, the others two. */
export function KindleFromCard({ spark }: { spark: SparkCard }) {
  const mayKindle = useCan('spark.kindle');
  const saying = useSentences(spark);
  const [more, setMore] = useState(false);
  if (!mayKindle.ok) return null;
  const [first, ...others] = sentences;
  const shown = [first, ...others.filter((one) => more || spark.mySentences.includes(one))];
  return (
    <div className={css['kindle']}>
      <div className={css['sentences']}>
        {shown.map((sentence) => (
          <SentenceButton key={sentence} sentence={sentence} title={spark.title} saying={saying} />
        ))}
        {!more && (
          <Act tone="quiet" label={say('sparks.kindle-more-of', { title: spark.title })} onClick={() => setMore(true)}>
            {say('sparks.kindle-more')}
          </Act>
        )}
      </div>
      <KindleLine saying={saying} />
    </div>
  );
}
