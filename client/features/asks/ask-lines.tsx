/** Lines written at an ask since it was put: what was said last, and a box for one more, for the team and whoever was asked. */
import { useState } from 'react';
import { answerLineMax } from '#shared/features/asks/answers.ts';
import type { Ask } from '#shared/features/asks/model.ts';
import { newId } from '#shared/lib/new-id.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { Ago } from '#client/ui/age.tsx';
import { Column } from '#client/ui/column.tsx';
import { Saying } from '#client/ui/saying.tsx';
import type { Done } from '#client/ui/use-done.ts';
import css from './asks.module.css';
import { useAsksChanged } from './use-asks.ts';

/** How many are shown; the earlier ones stand in the trail with everything else. */
const shown = 3;

export function AskLines({ ask }: { ask: Ask }) {
  const lines = ask.trail.filter(({ what }) => what === 'said');
  const earlier = lines.length - shown;
  if (lines.length === 0) return null;
  return (
    <Column>
      <p className={css['label']}>{say('asks.lines')}</p>
      <ul className={css['trail']} aria-label={say('asks.lines')}>
        {lines.slice(-shown).map(({ id, who, line, at }) => (
          <li key={id}>
            <p className={css['message']}>{line}</p>
            <p className={css['soft']}>
              {who} · <Ago at={at} />
            </p>
          </li>
        ))}
      </ul>
      {earlier > 0 && <p className={css['soft']}>{say('asks.lines-earlier', { count: earlier })}</p>}
    </Column>
  );
}

/** Where the team has been asked for more, it tells that instead. The id is made here, so that sending twice writes once. */
export function SayingLine({ ask, onDone }: { ask: Ask; onDone: Done }) {
  const { id, initiative, toMe, waitsFor, withdrawnAt, person, blocker } = ask;
  const [stepId, setStepId] = useState(newId);
  const may = useCan('ask.say', { initiativeId: initiative.id, addressed: toMe, ended: withdrawnAt !== null });
  const changed = useAsksChanged();
  if (!may.ok || (waitsFor === 'team' && !toMe)) return null;
  const title = toMe ? say('asks.say-to-team') : say('asks.say-to-person', { name: person.label });
  return (
    <Saying
      title={title}
      label={`${title}: ${blocker}`}
      question={say('asks.say-line')}
      hint={say('asks.say-hint')}
      send={say('asks.say-send')}
      field="line"
      max={answerLineMax}
      draftName={`ask-line:${id}`}
      run={async (line) => {
        await api.asks.say.call({ id, stepId, line });
        setStepId(newId());
      }}
      changed={changed}
      thanks={say('asks.say-done')}
      onDone={onDone}
    />
  );
}
