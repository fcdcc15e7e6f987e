import { useState } from 'react';
import { addresses } from '#client/app/addresses.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Face } from '#client/ui/face.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import type { Perspective } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import { Chair } from './chair.tsx';
import { InvitationsMade } from './invitations-made.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { TeamActs } from './team-acts.tsx';
import css from './team-seats.module.css';
import { type Initiative, useInitiative, useInitiativeActs } from './use-initiative.ts';

/** Who is in this: five chairs, an empty one with its invitation; joining, inviting, leaving. `bare` leaves the heading to the page around it. */
export function TeamSeats({ id, frame = 'section' }: { id: string; frame?: 'section' | 'bare' }) {
  const { data, error, isLoading } = useInitiative(id);
  if (isLoading) return <Loading lines={4} />;
  if (data === undefined) return <ProblemNotice problem={error ? problemFrom(error) : null} />;
  return frame === 'bare' ? (
    <Team initiative={data} />
  ) : (
    <Section title={say('initiatives.seats-title')} hint={say('initiatives.seats-hint')}>
      <Team initiative={data} />
    </Section>
  );
}

function Team({ initiative }: { initiative: Initiative }) {
  const { id, seats, team, mySeat } = initiative;
  const { standing } = useMe();
  const announce = useAnnounce();
  const { join, setPerspectives } = useInitiativeActs(id);
  const [inviting, setInviting] = useState<Perspective | 'any' | null>(null);
  const mine = team.find((one) => one.mine)?.perspectives ?? null;
  const error = join.error ?? setPerspectives.error;
  function sit(perspective: Perspective) {
    if (mine === null) join.mutate({ id, perspectives: [perspective] }, { onSuccess: () => announce(say('initiatives.joined')) });
    else setPerspectives.mutate({ id, perspectives: [...mine, perspective] });
  }
  const mayInvite = standing !== 'guest' && (mySeat === 'co-owner' || mySeat === 'member');
  return (
    <>
      <ul className={css['chairs']}>
        {seats.map(({ perspective, people }) => (
          <Chair
            key={perspective}
            perspective={perspective}
            people={people}
            team={team}
            mine={mine}
            {...(standing === 'visitor' ? {} : { onSit: () => sit(perspective) })}
            {...(mayInvite ? { onInvite: () => setInviting(perspective) } : {})}
          />
        ))}
      </ul>
      <WithoutChair team={team} />
      <ProblemNotice problem={error ? problemFrom(error) : null} />
      {standing === 'visitor' ? (
        <div>
          <LinkAct to={addresses.signIn(addresses.board(id))}>{say('signIn.title')}</LinkAct>
        </div>
      ) : (
        <TeamActs initiative={initiative} mayInvite={mayInvite} onInvite={() => setInviting('any')} />
      )}
      {mayInvite && <InvitationsMade id={id} />}
      {inviting !== null && <InviteDialog initiative={initiative} chair={inviting === 'any' ? null : inviting} onClose={() => setInviting(null)} />}
    </>
  );
}

/** People of the team who have said nothing of how they are in it. */
function WithoutChair({ team }: { team: Initiative['team'] }) {
  const standing = team.filter((one) => one.perspectives.length === 0);
  if (standing.length === 0) return null;
  return (
    <div className={css['without']}>
      <p>{say('initiatives.no-chair')}:</p>
      <ul className={css['people']}>
        {standing.map(({ person }) => (
          <li key={person.id}>
            <Face person={person} size="small" />
          </li>
        ))}
      </ul>
    </div>
  );
}
