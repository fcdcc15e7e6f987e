import { useId } from 'react';
import { Link } from 'wouter';
import type { SparkCard } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { addresses } from '#client/app/addresses.ts';
import { Card } from '#client/ui/card.tsx';
import { hasParts } from '../has.ts';
import { KindleFromCard } from '../kindle/kindle-from-card.tsx';
import { SparkBy, SparkWaiting, SparkWhere } from '../spark/spark-facts.tsx';
import css from './wall.module.css';

/** One spark on the wall: what it says, who, what it has, and a way to add to it. */
export function SparkCardOnWall({ spark }: { spark: SparkCard }) {
  const titleId = useId();
  const has = hasParts(spark.has);
  const address = addresses.spark(spark.id);
  return (
    <li>
      <Card as="article" labelledBy={titleId}>
        <SparkWhere spark={spark} />
        <h3 id={titleId} className={css['title']}>
          <Link to={address}>{spark.title}</Link>
        </h3>
        {spark.body !== '' && <p className={css['body']}>{spark.body}</p>}
        <div className={css['facts']}>
          <SparkBy spark={spark} />
          <SparkWaiting spark={spark} />
          {spark.comments > 0 && (
            <Link to={address} className={css['replies']} aria-label={say('sparks.replies-of', { count: spark.comments, title: spark.title })}>
              {say('sparks.replies', { count: spark.comments })}
            </Link>
          )}
        </div>
        {has.length > 0 && <p className={css['has']}>{has.join(' · ')}</p>}
        {spark.state !== 'withdrawn' && <KindleFromCard spark={spark} />}
      </Card>
    </li>
  );
}
