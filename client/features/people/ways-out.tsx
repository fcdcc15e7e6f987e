import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { calls } from '#client/api/call.ts';
import { useChangedPerson } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Actions } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';
import { signOut } from './auth-call.ts';
import { useUnsent } from './use-unsent.ts';

type Way = 'here' | 'everywhere';

/** Signing out, here or everywhere; words that have not arrived are spoken of first. */
export function WaysOut({ personId, guest }: { personId: string; guest: boolean }) {
  const [asked, setAsked] = useState<Way | null>(null);
  const { unsent, look, letGo } = useUnsent(personId);
  const changed = useChangedPerson();
  const announce = useAnnounce();
  const [, go] = useLocation();
  const leave = useMutation({
    mutationFn: async (way: Way) => {
      if (way === 'here') await signOut();
      else await calls.people.signOutEverywhere();
      await letGo();
    },
    onSuccess: async () => {
      await changed();
      announce(say('peoplePage.out-done'));
      go(addresses.wall());
    },
  });
  /** Signing out here needs no question unless something would be lost. */
  async function ask(way: Way) {
    if (way === 'here' && !(await look()) && !guest) leave.mutate(way);
    else {
      await look();
      setAsked(way);
    }
  }
  const failed = <ProblemNotice problem={leave.error ? problemFrom(leave.error) : null} />;
  return (
    <Section title={say('peoplePage.out-title')} hint={say('peoplePage.out-hint')}>
      {asked === null && failed}
      <Actions>
        <Act tone="plain" busy={leave.isPending} onClick={() => void ask('here')}>
          {say('peoplePage.out-do')}
        </Act>
        <Act tone="quiet" onClick={() => void ask('everywhere')}>
          {say('peoplePage.out-everywhere')}
        </Act>
      </Actions>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={say(asked === 'everywhere' ? 'peoplePage.out-everywhere-title' : 'peoplePage.out-title')}
        actions={<Acts loses={unsent || guest} busy={leave.isPending} onLeave={() => asked && leave.mutate(asked)} onStay={() => setAsked(null)} />}
      >
        {asked === 'everywhere' && <p>{say('peoplePage.out-everywhere-text')}</p>}
        {guest && <p>{say('peoplePage.out-guest')}</p>}
        {unsent && <p>{say('peoplePage.out-unsent')}</p>}
        {failed}
      </Dialog>
    </Section>
  );
}

/** Where something would be lost, staying is the way that is offered, and leaving the lesser one. */
function Acts({ loses, busy, onLeave, onStay }: { loses: boolean; busy: boolean; onLeave: () => void; onStay: () => void }) {
  const leave = (
    <Act tone={loses ? 'quiet' : 'main'} busy={busy} onClick={onLeave}>
      {say(loses ? 'peoplePage.out-anyway' : 'peoplePage.out-everywhere')}
    </Act>
  );
  const stay = (
    <Act tone={loses ? 'main' : 'plain'} onClick={onStay}>
      {say('peoplePage.out-stay')}
    </Act>
  );
  return (
    <>
      {loses ? stay : leave}
      {loses ? leave : stay}
    </>
  );
}
