import { useState } from 'react';
import { answerLineMax } from '#shared/features/asks/answers.ts';
import type { Ask } from '#shared/features/asks/model.ts';
import { newId } from '#shared/lib/new-id.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { Saying } from '#client/ui/saying.tsx';
import type { Done } from '#client/ui/use-done.ts';
import { useAsksChanged } from './use-asks.ts';

/** The asked person wants to know more: the team tells, and it waits for an answer again. The id is made here, so that sending twice tells once. */
export function TellingMore({ ask: { id, initiative, person }, onDone }: { ask: Ask; onDone: Done }) {
  const [stepId] = useState(newId);
  const may = useCan('ask.tell', { initiativeId: initiative.id });
  const changed = useAsksChanged();
  if (!may.ok) return null;
  return (
    <Saying
      title={say('asks.tell')}
      tone="plain"
      question={say('asks.tell-line')}
      send={say('asks.tell-send')}
      field="line"
      max={answerLineMax}
      draftName={`ask-more:${id}`}
      run={(line) => api.asks.tellMore.call({ id, stepId, line })}
      changed={changed}
      thanks={say('asks.tell-done', { name: person.label })}
      onDone={onDone}
    />
  );
}
