import type { Ask, AskStep } from '#shared/features/asks/model.ts';
import { say } from '#shared/words/say.ts';
import { Ago } from '#client/ui/age.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { answerSentence } from './answer-sentence.ts';
import css from './asks.module.css';

/** Who had this ask, when, and what they said; nothing of it is ever changed. */
export function AskTrail({ ask: { trail } }: { ask: Ask }) {
  // An ask that was put and nothing else has no story yet.
  if (trail.length < 2) return null;
  return (
    <Disclosure label={say('asks.trail')}>
      <ol className={css['trail']} aria-label={say('asks.trail')}>
        {trail.map((step) => (
          <li key={step.id}>
            <p>
              {sentenceOf(step)} <span className={css['soft']}>· </span>
              <span className={css['soft']}>
                <Ago at={step.at} />
              </span>
            </p>
            {step.what !== 'put' && step.line !== '' && <p className={css['message']}>{step.line}</p>}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function sentenceOf(step: AskStep): string {
  const { what, who, to, level } = step;
  if (what === 'answered') return say('asks.step-says-answered', { who, answer: answerSentence(step) });
  if (what === 'told-more' || what === 'said' || what === 'withdrawn' || what === 'step-taken-back') return say(`asks.step-says-${what}`, { who });
  const where = level === null ? '' : say(`asks.level-${level}`);
  const person = to ?? say('people.somebody');
  if (what === 'put' || what === 'handed-over') return say(`asks.step-says-${what}`, { who, to: person });
  return say(`asks.step-says-${what}`, { who, to: person, level: where });
}
