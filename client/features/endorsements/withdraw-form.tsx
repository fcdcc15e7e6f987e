import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { withdrawnWhyMax } from '#shared/features/endorsements/offices.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';

/** No longer standing behind it, and why. */
export function WithdrawForm({ initiativeId, onDone, onCancel }: { initiativeId: string; onDone: () => void; onCancel: () => void }) {
  const queries = useQueryClient();
  const [why, setWhy] = useState('');
  const withdraw = useMutation(
    api.endorsements.withdraw.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.endorsements.key() });
        onDone();
      },
    }),
  );
  const problem = withdraw.error ? problemFrom(withdraw.error) : null;
  return (
    <Form label={say('endorsements.withdraw')} onSubmit={() => withdraw.mutate({ id: initiativeId, why })}>
      <TextBox
        label={say('endorsements.withdraw-why')}
        optional
        minRows={2}
        error={fieldError(problem, 'why')}
        value={why}
        onChange={setWhy}
        maxLength={withdrawnWhyMax}
      />
      <ProblemNotice problem={problem} labels={{ why: say('endorsements.withdraw-why') }} />
      <FormEnd send={say('endorsements.withdraw-send')} busy={withdraw.isPending} tone="plain" onLeave={onCancel} />
    </Form>
  );
}
