import type { BringInPreview } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { Card } from '#client/ui/card.tsx';
import { day } from '#client/ui/dates.ts';
import css from './bring-in.module.css';

/** The first good rows as the cards they would become. */
export function SampleRows({ sample }: { sample: BringInPreview['sample'] }) {
  return (
    <>
      <h3 className={css['small-title']}>{say('sparks.bring-in-sample')}</h3>
      <ul className={css['sample']}>
        {sample.map((row, at) => (
          <Card key={at} as="li" tone="sunk">
            <p className={css['quiet']}>
              {[say(`sparks.kind-short-${row.kind}`), row.site, row.created === null ? null : day(row.created)].filter(Boolean).join(' · ')}
            </p>
            <p className={css['title']}>{row.title}</p>
            {row.body !== '' && <p className={css['body']}>{row.body}</p>}
          </Card>
        ))}
      </ul>
    </>
  );
}
