import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { calls } from '#client/api/call.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import { useFragment } from '#client/ui/use-fragment.ts';
import { say } from '#shared/words/say.ts';
import { followLink } from './auth-call.ts';
import { useCameIn } from './use-came-in.ts';

/** Where a mailed link leads. Mail programs open links to look at them, so the link is used by a tap and not by arriving. */
export function SignInLinkPage() {
  const token = useFragment();
  const [nameless, setNameless] = useState(false);
  const cameIn = useCameIn();
  const come = useMutation({
    mutationFn: async () => {
      await followLink(token);
      return calls.people.me();
    },
    onSuccess: async (me) => {
      if (me.person?.name === say('people.somebody')) setNameless(true);
      else await cameIn(addresses.wall());
    },
  });
  if (nameless) return <Welcome />;
  if (token === '') return <NoLink />;
  return (
    <Page title={say('signIn.link-title')} lead={say('signIn.link-text')}>
      <ProblemNotice problem={come.error ? problemFrom(come.error) : null} />
      <Actions>
        <Act busy={come.isPending} onClick={() => come.mutate()}>
          {say('signIn.link-do')}
        </Act>
        {come.error && (
          <LinkAct to={addresses.signIn()} tone="plain">
            {say('signIn.again')}
          </LinkAct>
        )}
      </Actions>
    </Page>
  );
}

function NoLink() {
  return (
    <Page title={say('signIn.link-title')}>
      <EmptyState title={say('signIn.link-title')} action={<LinkAct to={addresses.signIn()}>{say('signIn.again')}</LinkAct>}>
        {say('signIn.link-none')}
      </EmptyState>
    </Page>
  );
}

/** Somebody new, of whom we know only an e-mail, says what people should call them. */
function Welcome() {
  const [name, setName] = useState('');
  const cameIn = useCameIn();
  const change = useMutation(api.people.change.mutationOptions({ onSuccess: () => cameIn(addresses.wall()) }));
  const problem = change.error ? problemFrom(change.error) : null;
  return (
    <Page title={say('signIn.link-name-title')} lead={say('signIn.link-name-lead')}>
      <Form label={say('signIn.link-name-title')} onSubmit={() => change.mutate({ name })}>
        <TextLine
          label={say('signIn.name')}
          hint={say('signIn.name-hint')}
          error={fieldError(problem, 'name')}
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={80}
        />
        <ProblemNotice problem={problem} labels={{ name: say('signIn.name') }} />
        <Actions>
          <Act type="submit" busy={change.isPending}>
            {say('signIn.link-name-do')}
          </Act>
        </Actions>
      </Form>
    </Page>
  );
}
