import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type DecisionOutcome, outcomeWhyMax } from '#shared/features/decisions/answers.ts';
import type { Decision } from '#shared/features/decisions/model.ts';
import { say, sayKey } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Choice } from '#client/ui/choice.tsx';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import css from '#client/ui/text.module.css';
import { useDecisionsChanged } from './use-decisions.ts';

export interface CloseFormProps {
  decision: Decision;
  onDone: () => void;
  onLeave: () => void;
}

/** A co-owner records how it ends. Only endings that the answers say are offered; what is missing for the others is said. */
export function CloseForm({ decision: { id, words, possible, notYet }, onDone, onLeave }: CloseFormProps) {
  const [chosen, setOutcome] = useState<DecisionOutcome | null>(null);
  const [unchosen, setUnchosen] = useState(false);
  const why = useDraft(`decision-end:${id}`);
  const changed = useDecisionsChanged();
  const close = useMutation(
    api.decisions.close.mutationOptions({
      onSuccess: async () => {
        why.clear();
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  // What others answer meanwhile may take an ending away.
  const outcome = chosen !== null && possible.includes(chosen) ? chosen : null;
  const problem = close.error ? problemFrom(close.error) : null;
  function send() {
    setUnchosen(outcome === null);
    if (outcome !== null) close.mutate({ id, version: words.version, outcome, why: why.text });
  }
  return (
    <Form label={say('decisions.close-title')} onSubmit={send}>
      {notYet !== null && (
        <div className={css['aside']}>
          <p className={css['strong']}>{say('decisions.close-none')}</p>
          <p>{sayKey(notYet)}</p>
        </div>
      )}
      <Choice
        legend={say('decisions.outcome')}
        error={unchosen && outcome === null ? say('field.choice') : undefined}
        value={outcome}
        onChange={setOutcome}
        options={possible.map((value) => ({ value, label: say(`decisions.outcome-${value}`) }))}
      />
      <TextBox
        label={say('decisions.why')}
        hint={say('decisions.why-hint')}
        minRows={2}
        error={fieldError(problem, 'why')}
        value={why.text}
        onChange={why.setText}
        maxLength={outcomeWhyMax}
      />
      <ProblemNotice problem={problem} labels={{ why: say('decisions.why') }} />
      <FormEnd send={say('decisions.close-send')} busy={close.isPending} onLeave={onLeave} />
    </Form>
  );
}
