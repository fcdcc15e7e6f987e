import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { say } from '#shared/words/say.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from '#client/app/addresses.ts';
import { hasUnsentWords } from '#client/realtime/device-copy.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Notice } from '#client/ui/notice.tsx';

/** Whose page this was, once nobody is signed in on it any more; null before that, and for somebody who never was. */
export function useSignedOut(): string | null {
  const { person, pending } = useMe();
  const [was, setWas] = useState<string | null>(null);
  if (person !== null && person.id !== was) setWas(person.id);
  return person === null && !pending ? was : null;
}

/** Says that somebody is no longer signed in, what became of their words, and leads in and back here. */
export function SignedOut({ personId }: { personId: string }) {
  const isKept = useKeptWords(personId);
  return (
    <Notice tone="care" live="assertive" title={say('board.signed-out')} actions={<ToSignIn />}>
      <p>{say('board.signed-out-why')}</p>
      {isKept && <p>{say('board.signed-out-kept')}</p>}
      <p>{say('board.signed-out-back')}</p>
    </Notice>
  );
}

/** In place of a board that visitors may not read. */
export function SignInToRead() {
  return (
    <EmptyState title={say('board.sign-in')} action={<ToSignIn />}>
      {say('board.sign-in-why')}
    </EmptyState>
  );
}

function ToSignIn() {
  const [here] = useLocation();
  return <LinkAct to={addresses.signIn(here)}>{say('shell.to-sign-in')}</LinkAct>;
}

const lookAgainMs = 2000;

/** Looked at again and again: where somebody signed out on this very device, their words go a moment after their session. */
function useKeptWords(personId: string): boolean {
  const { data } = useQuery({
    queryKey: ['kept-words', personId],
    queryFn: () => hasUnsentWords(personId),
    staleTime: 0,
    refetchInterval: lookAgainMs,
  });
  return data ?? false;
}
