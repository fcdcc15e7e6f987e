/** Under a refused ask: what would make it possible? Short entries of the team and of whoever refused, shown to both. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { possibleMax } from '#shared/features/asks/answers.ts';
import type { Ask } from '#shared/features/asks/model.ts';
import { newId } from '#shared/lib/new-id.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Ago } from '#client/ui/age.tsx';
import { Column } from '#client/ui/column.tsx';
import { Form } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import css from './asks.module.css';
import { useAsksChanged } from './use-asks.ts';

export function Possible({ ask, onDone }: { ask: Ask; onDone: (sentence: string) => void }) {
  const may = useCan('ask.possible', { initiativeId: ask.initiative.id, addressed: ask.toMe, ended: ask.withdrawnAt !== null });
  const refused = ask.answer === 'cannot';
  if (ask.possible.length === 0 && !(refused && may.ok)) return null;
  return (
    <Column>
      <p className={css['label']}>{say('asks.possible')}</p>
      {ask.possible.length > 0 && (
        <ul className={css['trail']} aria-label={say('asks.possible')}>
          {ask.possible.map(({ id, who, line, at }) => (
            <li key={id}>
              <p>{line}</p>
              <p className={css['soft']}>
                {who} · <Ago at={at} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {refused && may.ok && <SayOne ask={ask} onDone={() => onDone(say('asks.possible-done'))} />}
    </Column>
  );
}

function SayOne({ ask, onDone }: { ask: Ask; onDone: () => void }) {
  const [entryId, setEntryId] = useState(newId);
  const draft = useDraft(`ask-possible:${ask.id}`);
  const changed = useAsksChanged();
  const add = useMutation(
    api.asks.possible.mutationOptions({
      onSuccess: async () => {
        draft.clear();
        setEntryId(newId());
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  const problem = add.error ? problemFrom(add.error) : null;
  return (
    <Form label={say('asks.possible')} onSubmit={() => add.mutate({ id: ask.id, entryId, line: draft.text })}>
      <TextLine
        label={say('asks.possible-line')}
        hint={say('asks.possible-hint')}
        error={fieldError(problem, 'line')}
        value={draft.text}
        onChange={draft.setText}
        maxLength={possibleMax}
        autoComplete="off"
      />
      <ProblemNotice problem={problem} labels={{ line: say('asks.possible-line') }} />
      <div>
        <Act type="submit" tone="plain" busy={add.isPending}>
          {say('asks.possible-send')}
        </Act>
      </div>
    </Form>
  );
}
