import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type PledgeEnd, pledgeEnds, whyMax } from '#shared/features/pledges/kinds.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Choice } from '#client/ui/choice.tsx';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { usePledgesChanged } from './use-pledges.ts';

const endOptions = pledgeEnds.map((value) => ({ value, label: say(`pledges.end-${value}`), hint: say(`pledges.end-hint-${value}`) }));

/** The giver says how it ended; what changed or could not be done says why. */
export function FinishForm({ pledgeId, onDone, onCancel }: { pledgeId: string; onDone: () => void; onCancel: () => void }) {
  const [state, setState] = useState<PledgeEnd>('kept');
  const draft = useDraft(`pledge-end:${pledgeId}`);
  const changed = usePledgesChanged();
  const finish = useMutation(
    api.pledges.finish.mutationOptions({
      onSuccess: async () => {
        draft.clear();
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  const problem = finish.error ? problemFrom(finish.error) : null;
  const kept = state === 'kept';
  return (
    <Form label={say('pledges.finish-title')} onSubmit={() => finish.mutate({ id: pledgeId, state, why: draft.text })}>
      <Choice legend={say('pledges.finish-title')} value={state} onChange={setState} options={endOptions} />
      <TextBox
        label={say('pledges.why')}
        hint={say(kept ? 'pledges.why-hint-kept' : 'pledges.why-hint')}
        optional={kept}
        minRows={2}
        error={fieldError(problem, 'why')}
        value={draft.text}
        onChange={draft.setText}
        maxLength={whyMax}
      />
      <ProblemNotice problem={problem} labels={{ why: say('pledges.why') }} />
      <FormEnd send={say('pledges.finish-send')} busy={finish.isPending} onLeave={onCancel} />
    </Form>
  );
}
