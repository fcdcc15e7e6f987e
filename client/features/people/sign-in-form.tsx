import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import { say } from '#shared/words/say.ts';
import { sendLink, signInByPassword, signUp } from './auth-call.ts';
import { useCameIn } from './use-came-in.ts';

const which = [
  { value: 'known', label: say('signIn.which-known') },
  { value: 'new', label: say('signIn.which-new') },
] as const;

const labels = { name: say('signIn.name'), email: say('signIn.email'), password: say('signIn.password') };

/** E-mail and password, for people with an account and for new ones; or a link by mail for both. */
export function SignInForm({ newFirst }: { newFirst: boolean }) {
  const [isNew, setNew] = useState(newFirst);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const cameIn = useCameIn();
  const [, go] = useLocation();
  const come = useMutation({
    mutationFn: () => (isNew ? signUp(name, email, password) : signInByPassword(email, password)),
    onSuccess: () => cameIn(),
  });
  const link = useMutation({ mutationFn: () => sendLink(email), onSuccess: () => go(addresses.signInSent()) });
  const error = link.error ?? come.error;
  const problem = error ? problemFrom(error) : null;
  return (
    <Form label={say('signIn.title')} onSubmit={() => come.mutate(undefined, { onSettled: () => link.reset() })}>
      <Choice legend={say('signIn.which-legend')} value={isNew ? 'new' : 'known'} options={which} onChange={(value) => setNew(value === 'new')} />
      {isNew && (
        <TextLine
          label={labels.name}
          hint={say('signIn.name-hint')}
          error={fieldError(problem, 'name')}
          value={name}
          onChange={setName}
          autoComplete="name"
          name="name"
          maxLength={80}
        />
      )}
      <TextLine
        label={labels.email}
        error={fieldError(problem, 'email')}
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="username"
        name="email"
        maxLength={200}
      />
      <TextLine
        label={isNew ? say('signIn.password-new') : labels.password}
        hint={isNew ? say('signIn.password-new-hint') : undefined}
        error={fieldError(problem, 'password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        name="password"
        maxLength={200}
      />
      <ProblemNotice problem={problem} labels={labels} />
      <Actions>
        <Act type="submit" busy={come.isPending}>
          {say(isNew ? 'signIn.up-do' : 'signIn.in-do')}
        </Act>
        <Act tone="plain" busy={link.isPending} onClick={() => link.mutate(undefined, { onSettled: () => come.reset() })}>
          {say('signIn.by-mail-do')}
        </Act>
      </Actions>
      <p>{say('signIn.by-mail-hint')}</p>
    </Form>
  );
}
