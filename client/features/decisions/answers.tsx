/** What people say to a proposal: what stands against it first and in their own words, then who consents; nobody is only a number. */
import type { Decision, DecisionSaid, DecisionWording } from '#shared/features/decisions/model.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import { Ago } from '#client/ui/age.tsx';
import { Column } from '#client/ui/column.tsx';
import { day } from '#client/ui/dates.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Face } from '#client/ui/face.tsx';
import text from '#client/ui/text.module.css';
import css from './decisions.module.css';
import { ProposalRead } from './proposal-read.tsx';

const order = { objection: 0, concern: 1, consent: 2 } as const;

export function Answers({ decision }: { decision: Decision }) {
  const { said, waitingFor, outcome } = decision;
  const counted = said.filter((one) => one.counts).toSorted((a, b) => order[a.answer] - order[b.answer]);
  const withWords = counted.filter((one) => one.answer !== 'consent' || one.because !== '');
  const quiet = counted.filter((one) => !withWords.includes(one));
  return (
    <div className={css['answers']}>
      <p className={text['strong']}>{say('decisions.said')}</p>
      {counted.length === 0 && <p className={text['soft']}>{say('decisions.said-none')}</p>}
      {withWords.length > 0 && (
        <ul className={css['list']} aria-label={say('decisions.said')}>
          {withWords.map((one) => (
            <Answer key={one.id} said={one} />
          ))}
        </ul>
      )}
      <Names label={say('decisions.answer-consent')} people={quiet.map(labelOf)} />
      <Names label={say(outcome === null ? 'decisions.waiting' : 'decisions.waiting-then')} people={waitingFor} />
      <EarlierAnswers decision={decision} />
      <EarlierWords earlier={decision.earlier} />
    </div>
  );
}

function Answer({ said }: { said: DecisionSaid }) {
  const { answer, because, at } = said;
  return (
    <li className={css['answer']} data-answer={answer}>
      <Face
        person={labelOf(said)}
        size="small"
        note={
          <>
            {say(`decisions.says-${answer}`)} · <Ago at={at} />
          </>
        }
      />
      {because !== '' && <p className={text['written']}>{because}</p>}
    </li>
  );
}

function Names({ label, people }: { label: string; people: readonly Pick<PersonCard, 'id' | 'label'>[] }) {
  if (people.length === 0) return null;
  return (
    <p>
      <span className={text['soft']}>{label}:</span> {people.map((person) => person.label).join(', ')}
    </p>
  );
}

/** Answers that count no more: said to earlier words, changed since, or by somebody who has left. */
function EarlierAnswers({ decision: { said, words } }: { decision: Decision }) {
  const before = said.filter((one) => !one.counts);
  if (before.length === 0) return null;
  const label = say('decisions.earlier', { count: before.length });
  return (
    <Disclosure label={label}>
      <ol className={css['list']} aria-label={label}>
        {before.map((one) => (
          <li key={one.id} className={css['answer']}>
            <p>
              {one.person.label} {say(`decisions.says-${one.answer}`)}
              <span className={text['soft']}>
                {one.version < words.version && ` · ${say('decisions.changed-since-said')}`} · <Ago at={one.at} />
              </span>
            </p>
            {one.because !== '' && <p className={text['written']}>{one.because}</p>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function EarlierWords({ earlier }: { earlier: readonly DecisionWording[] }) {
  if (earlier.length === 0) return null;
  return (
    <Disclosure label={say('decisions.earlier-words', { count: earlier.length })}>
      <Column>
        {earlier.map((words) => (
          <ProposalRead key={words.version} title={say('decisions.earlier-put', { who: words.putBy, day: day(words.at) })} words={words} />
        ))}
      </Column>
    </Disclosure>
  );
}

function labelOf({ person, mine }: DecisionSaid): Pick<PersonCard, 'id' | 'label'> {
  return { id: person.id, label: mine ? say('decisions.you', { name: person.label }) : person.label };
}
