import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';
import { InviteRow } from './invite-row.tsx';
import { MakeInvite } from './make-invite.tsx';
import { type Made, MadeInvite } from './made-invite.tsx';

/** Invite links into one initiative (`?initiative=ID`), or into the place. */
export function InvitesPage() {
  const initiativeId = new URLSearchParams(useSearch()).get('initiative');
  const about = useQuery(api.initiatives.read.queryOptions({ input: { id: initiativeId ?? '' }, enabled: initiativeId !== null }));
  const list = useQuery(api.invites.list.queryOptions({ input: initiativeId === null ? {} : { initiativeId } }));
  const [made, setMade] = useState<Made | null>(null);
  const back =
    initiativeId === null
      ? { to: addresses.place(), label: say('shell.to-place') }
      : { to: addresses.board(initiativeId), label: about.data?.title ?? say('shell.title-board') };
  return (
    <Page title={say('invites.title')} lead={say('invites.lead')} back={back}>
      {list.isLoading && <Loading what={say('invites.links')} />}
      <ProblemNotice problem={list.error ? problemFrom(list.error) : null} />
      {made && <MadeInvite made={made} initiative={about.data ?? null} onDone={() => setMade(null)} />}
      {list.data && (
        <>
          <MakeInvite initiativeId={initiativeId} onMade={setMade} />
          <Section title={say('invites.existing-title')}>
            {list.data.items.length === 0 && <p>{say('invites.existing-none')}</p>}
            {list.data.items.map((invite) => (
              <InviteRow key={invite.id} invite={invite} initiativeId={initiativeId} />
            ))}
          </Section>
        </>
      )}
    </Page>
  );
}
