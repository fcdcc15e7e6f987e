import { useMutation } from '@tanstack/react-query';
import { nextAddress } from '#client/app/addresses.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { say } from '#shared/words/say.ts';
import { oidcAddress } from './auth-call.ts';

/** The way over another site, where people may have an account already. */
export function OidcDoor({ provider, label }: { provider: string; label: string }) {
  const leave = useMutation({ mutationFn: () => oidcAddress(provider, nextAddress(location.search)), onSuccess: (url) => location.assign(url) });
  return (
    <div>
      <ProblemNotice problem={leave.error ? problemFrom(leave.error) : null} />
      <Act tone="plain" full busy={leave.isPending} onClick={() => leave.mutate()}>
        {say('signIn.by-oidc', { label })}
      </Act>
    </div>
  );
}
