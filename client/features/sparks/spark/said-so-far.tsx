import { sentences } from '#shared/features/sparks/kinds.ts';
import type { Kindling, Spark } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { Ago } from '#client/ui/age.tsx';
import { Face } from '#client/ui/face.tsx';
import { Section } from '#client/ui/section.tsx';
import css from './spark.module.css';

/** Who said which sentence, and what they added. */
export function SaidSoFar({ spark }: { spark: Spark }) {
  const groups = sentences
    .map((sentence) => ({ sentence, said: spark.kindlings.filter((one) => one.sentence === sentence) }))
    .filter(({ said }) => said.length > 0);
  return (
    <Section title={say('sparks.said-title')}>
      {groups.length === 0 && <p className={css['quiet']}>{say('sparks.said-none')}</p>}
      {groups.map(({ sentence, said }) => (
        <Section key={sentence} level={3} title={say(`sparks.${sentence}`)}>
          <ul className={css['said']}>
            {said.map((one, at) => (
              <li key={at}>
                <Face
                  person={{ label: one.mine ? say('sparks.said-you', { name: one.by }) : one.by }}
                  size="small"
                  note={<Beside kindling={one} />}
                />
                {one.line !== '' && <p className={css['line']}>{one.line}</p>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Section>
  );
}

function Beside({ kindling }: { kindling: Kindling }) {
  const parts = [
    kindling.amount === null ? null : say(`sparks.amount-${kindling.amount}`),
    ...kindling.perspectives.map((perspective) => say(`people.perspective-${perspective}`)),
  ].filter((part) => part !== null);
  return (
    <>
      {parts.map((part) => `${part} · `)}
      <Ago at={kindling.at} />
    </>
  );
}
