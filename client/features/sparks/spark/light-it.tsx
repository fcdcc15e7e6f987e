import { Link } from 'wouter';
import type { Spark } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Card } from '#client/ui/card.tsx';
import { Section } from '#client/ui/section.tsx';
import css from './spark.module.css';

/** From a spark to an initiative: what it began already, and the way to begin. */
export function LightIt({ spark }: { spark: Spark }) {
  const mayLight = useCan('initiative.light');
  const lit = spark.initiatives.length > 0;
  return (
    <Card tone={lit ? 'ember' : 'sunk'}>
      <Section title={lit ? say('sparks.lit-title') : say('sparks.light-title')}>
        {lit ? (
          <ul className={css['began']}>
            {spark.initiatives.map((initiative) => (
              <li key={initiative.id}>
                <Link to={addresses.board(initiative.id)}>{initiative.title}</Link>
              </li>
            ))}
          </ul>
        ) : (
          <p>{say('sparks.light-hint')}</p>
        )}
        <div>
          {mayLight.ok ? (
            <LinkAct to={addresses.light([spark.id])} tone={lit ? 'plain' : 'ember'}>
              {lit ? say('sparks.lit-again') : say('sparks.light-it')}
            </LinkAct>
          ) : (
            <Act verdict={mayLight}>{say('sparks.light-it')}</Act>
          )}
        </div>
      </Section>
    </Card>
  );
}
