import type { SparkCard } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { Age, Ago } from '#client/ui/age.tsx';
import { day } from '#client/ui/dates.ts';
import { Face } from '#client/ui/face.tsx';
import { useSites } from '../use-sites.ts';
import css from './spark-facts.module.css';

/** From this day without a reply on, a spark glows: somebody should say something. */
const longWaitDays = 7;

/** Need or idea, where, and whether it has been lit. */
export function SparkWhere({ spark }: { spark: SparkCard }) {
  const { nameOf } = useSites();
  const parts = [say(`sparks.kind-short-${spark.kind}`), nameOf(spark.siteId), spark.state === 'open' ? null : say(`sparks.state-${spark.state}`)];
  return <p className={css['where']}>{parts.filter(Boolean).join(' · ')}</p>;
}

/** Who, as they chose to show, how they are in this, and when; an unnamed spark tells its day only. */
export function SparkBy({ spark }: { spark: SparkCard }) {
  const { author, broughtInFrom, createdAt } = spark;
  const ways = spark.perspectives.map((one) => say(`people.perspective-${one}`));
  if (broughtInFrom !== null) {
    return (
      <p className={css['brought']}>
        {say('sparks.brought-in-from', { file: broughtInFrom })} · {day(createdAt)}
      </p>
    );
  }
  if (author.shown === 'unnamed') return <Face person={null} size="small" note={[...ways, day(createdAt)].join(' · ')} />;
  const named = author.shown === 'name';
  const beside = named && author.title !== null ? [author.title, ...ways] : ways;
  const note = (
    <>
      {beside.map((one) => `${one} · `)}
      <Ago at={createdAt} />
    </>
  );
  return <Face person={{ id: named ? author.personId : undefined, label: author.label }} size="small" note={note} />;
}

/** How long it has been waiting for a human word. */
export function SparkWaiting({ spark }: { spark: SparkCard }) {
  if (spark.waitingDays === null || spark.state === 'withdrawn') return null;
  if (spark.waitingDays === 0) return <span className={css['waiting']}>{say('sparks.no-reply')}</span>;
  return <Age days={spark.waitingDays} label={say('sparks.no-reply')} waiting={spark.waitingDays >= longWaitDays} />;
}
