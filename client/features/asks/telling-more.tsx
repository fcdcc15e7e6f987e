import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerLineMax } from '#shared/features/asks/answers.ts';
import type { Ask } from '#shared/features/asks/model.ts';
import { newId } from '#shared/lib/new-id.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { useAsksChanged } from './use-asks.ts';

/** The asked person wants to know more: the team tells, and it waits for an answer again. */
export function TellingMore({ ask, onDone }: { ask: Ask; onDone: (sentence: string) => void }) {
  const may = useCan('ask.tell', { initiativeId: ask.initiative.id });
  if (!may.ok) return null;
  return (
    <Opening
      act={(open, toggle) => (
        <Act tone="plain" expanded={open} onClick={toggle}>
          {say('asks.tell')}
        </Act>
      )}
    >
      {(close) => (
        <TellForm
          ask={ask}
          onCancel={close}
          onDone={() => {
            close();
            onDone(say('asks.tell-done', { name: ask.person.label }));
          }}
        />
      )}
    </Opening>
  );
}

function TellForm({ ask, onDone, onCancel }: { ask: Ask; onDone: () => void; onCancel: () => void }) {
  const [stepId] = useState(newId);
  const draft = useDraft(`ask-more:${ask.id}`);
  const changed = useAsksChanged();
  const tell = useMutation(
    api.asks.tellMore.mutationOptions({
      onSuccess: async () => {
        draft.clear();
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  const problem = tell.error ? problemFrom(tell.error) : null;
  return (
    <Form label={say('asks.tell')} onSubmit={() => tell.mutate({ id: ask.id, stepId, line: draft.text })}>
      <TextBox
        label={say('asks.tell-line')}
        error={fieldError(problem, 'line')}
        value={draft.text}
        onChange={draft.setText}
        maxLength={answerLineMax}
      />
      <ProblemNotice problem={problem} labels={{ line: say('asks.tell-line') }} />
      <Actions>
        <Act type="submit" busy={tell.isPending}>
          {say('asks.tell-send')}
        </Act>
        <Act tone="quiet" onClick={onCancel}>
          {say('asks.never-mind')}
        </Act>
      </Actions>
    </Form>
  );
}
