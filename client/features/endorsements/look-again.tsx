import { useState } from 'react';
import type { Endorsement } from '#shared/features/endorsements/model.ts';
import { reasonMax } from '#shared/features/endorsements/offices.ts';
import { say } from '#shared/words/say.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { PurposeRead } from './purpose-read.tsx';
import { useEndorse } from './use-endorse.ts';

export interface LookAgainProps {
  endorsement: Endorsement;
  now: { purpose: string; purposeHash: string };
  onDone: () => void;
  onCancel: () => void;
}

/** The purpose then and now, and whether one still stands behind it. */
export function LookAgain({ endorsement, now, onDone, onCancel }: LookAgainProps) {
  const { initiativeId: id, office, purpose } = endorsement;
  const [reason, setReason] = useState(endorsement.reason);
  const endorse = useEndorse(onDone);
  const problem = endorse.error ? problemFrom(endorse.error) : null;
  return (
    <Form label={say('endorsements.look-again')} onSubmit={() => endorse.mutate({ id, office, reason, purposeHash: now.purposeHash })}>
      <PurposeRead title={say('endorsements.then')} purpose={purpose} />
      <PurposeRead title={say('endorsements.now')} purpose={now.purpose} />
      <TextBox label={say('endorsements.reason')} error={fieldError(problem, 'reason')} value={reason} onChange={setReason} maxLength={reasonMax} />
      <ProblemNotice problem={problem} labels={{ reason: say('endorsements.reason') }} />
      <FormEnd send={say('endorsements.still-stand')} busy={endorse.isPending} onLeave={onCancel} />
    </Form>
  );
}
