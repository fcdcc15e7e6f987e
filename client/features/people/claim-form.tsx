import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Card } from '#client/ui/card.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import { say } from '#shared/words/say.ts';

/** A guest asks for a letter, to keep what they wrote under an e-mail. */
export function ClaimForm() {
  const [email, setEmail] = useState('');
  const claim = useMutation(api.people.claim.mutationOptions());
  const problem = claim.error ? problemFrom(claim.error) : null;
  return (
    <Card as="section" tone="ember" labelledBy="claim">
      <h2 id="claim">{say('signIn.claim-title')}</h2>
      <p>{say('signIn.claim-text')}</p>
      {claim.isSuccess ? (
        <Notice live="polite" title={say('signIn.sent-title')}>
          {say('signIn.sent-to', { email })} {say('signIn.sent-none')}
        </Notice>
      ) : (
        <Form label={say('signIn.claim-title')} onSubmit={() => claim.mutate({ email })}>
          <TextLine
            label={say('signIn.claim-email')}
            hint={say('signIn.claim-email-hint')}
            error={fieldError(problem, 'email')}
            type="email"
            value={email}
            onChange={setEmail}
            autoComplete="email"
            maxLength={200}
          />
          <ProblemNotice problem={problem} labels={{ email: say('signIn.claim-email') }} />
          <Actions>
            <Act type="submit" busy={claim.isPending}>
              {say('signIn.claim-do')}
            </Act>
          </Actions>
        </Form>
      )}
    </Card>
  );
}
