import { sentences } from '#shared/features/sparks/kinds.ts';
import type { SparkCard } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { addresses } from '#client/app/addresses.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { Section } from '#client/ui/section.tsx';
import css from './kindle.module.css';
import { KindleLine } from './kindle-line.tsx';
import { SentenceButton } from './sentence-button.tsx';
import { useSentences } from './use-sentences.ts';

/** All five sentences, on a spark's own page. */
export function KindlePanel({ spark }: { spark: SparkCard }) {
  const mayKindle = useCan('spark.kindle');
  const saying = useSentences(spark);
  return (
    <Section title={say('sparks.kindle')} hint={say('sparks.kindle-hint')}>
      {mayKindle.ok ? (
        <div className={css['kindle']}>
          <div className={css['sentences']}>
            {sentences.map((sentence) => (
              <SentenceButton key={sentence} sentence={sentence} title={spark.title} saying={saying} />
            ))}
          </div>
          <KindleLine saying={saying} />
        </div>
      ) : (
        <div>
          <LinkAct to={addresses.signIn(addresses.spark(spark.id))}>{say('shell.to-sign-in')}</LinkAct>
        </div>
      )}
    </Section>
  );
}
