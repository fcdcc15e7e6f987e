import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Form } from '#client/ui/form.tsx';
import { perspectiveNames } from '#client/ui/perspectives.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import type { Perspective } from '#shared/features/people/model.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { FindPerson, type Found, PersonRow } from './find-person.tsx';
import type { Initiative } from './use-initiative.ts';

type Offered = 'member' | 'co-owner';

const seats = [
  { value: 'member', label: say('initiatives.invite-as-member'), hint: say('initiatives.invite-as-member-note') },
  { value: 'co-owner', label: say('initiatives.co-owner'), hint: say('initiatives.invite-as-co-owner-note') },
] as const;
const chairs = perspectiveNames.map((value) => ({ value, label: say(`people.perspective-${value}`) }));
const labels = { personId: say('initiatives.invite-who'), line: say('initiatives.invite-line') };

/** What somebody is invited to, besides a seat. */
export interface InviteTo {
  readonly about: 'card' | 'system-ask';
  readonly id: string;
  readonly title: string;
}

export interface InviteDialogProps {
  initiative: Pick<Initiative, 'id' | 'mySeat' | 'team'>;
  chair?: Perspective | null;
  /** A card or a system ask; left out, it is the initiative. */
  to?: InviteTo;
  onClose: () => void;
}

/** Inviting one person: to the initiative, perhaps to an empty chair, or to one thing in it. They answer for themselves. */
export function InviteDialog({ initiative: { id, mySeat, team }, chair, to, onClose }: InviteDialogProps) {
  const [person, setPerson] = useState<Found | null>(null);
  const [seat, setSeat] = useState<Offered>('member');
  const [perspective, setPerspective] = useState<Perspective | ''>(chair ?? '');
  const [line, setLine] = useState('');
  const [invitationId, setInvitationId] = useState(newId);
  const queries = useQueryClient();
  const announce = useAnnounce();
  const invite = useMutation(
    api.initiatives.invite.mutationOptions({
      onSuccess: async (sent) => {
        announce(say('initiatives.invite-sent', { who: sent.person.label }));
        onClose();
        await queries.invalidateQueries({ queryKey: api.initiatives.invitations.key() });
      },
    }),
  );
  const problem = invite.error ? problemFrom(invite.error) : null;
  const choose = (found: Found | null) => {
    invite.reset();
    setInvitationId(newId());
    setPerson(found);
  };
  const already = to === undefined && team.some((one) => one.person.id === person?.id);
  const send = () =>
    person &&
    invite.mutate({
      id,
      invitationId,
      personId: person.id,
      ...thingFor(to),
      seat: already ? 'co-owner' : seat,
      perspective: perspective === '' ? null : perspective,
      line,
    });
  const without = to === undefined ? whoIsIn(mySeat, team) : [];
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('initiatives.invite-title')}
      actions={
        person && (
          <Act busy={invite.isPending} onClick={send}>
            {say('initiatives.invite-do')}
          </Act>
        )
      }
    >
      <Form onSubmit={send}>
        {to !== undefined && <p>{toWords(to)}</p>}
        {person === null ? (
          <FindPerson without={without} onFound={choose} />
        ) : (
          <>
            <ul aria-label={labels.personId} style={{ margin: 0, padding: 0 }}>
              <PersonRow
                person={person}
                act={say('initiatives.find-remove')}
                label={say('initiatives.find-remove-label', { who: person.label })}
                onAct={() => choose(null)}
              />
            </ul>
            {already && <p>{say('initiatives.invite-raise', { who: person.label })}</p>}
            {to === undefined && (
              <SeatFields
                offersSeat={mySeat === 'co-owner' && !already}
                seat={seat}
                onSeat={setSeat}
                perspective={perspective}
                onPerspective={setPerspective}
              />
            )}
            <TextBox
              label={labels.line}
              hint={say('initiatives.invite-line-hint')}
              optional
              minRows={2}
              error={fieldError(problem, 'line')}
              value={line}
              onChange={setLine}
              maxLength={300}
            />
          </>
        )}
        <ProblemNotice problem={problem} labels={labels} />
        {to === undefined && (
          <p>
            <Link to={addresses.invites(id)}>{say('initiatives.invite-by-link')}</Link>
          </p>
        )}
      </Form>
    </Dialog>
  );
}

function thingFor(to: InviteTo | undefined) {
  if (to === undefined) return {};
  return to.about === 'card' ? { about: to.about, elementId: to.id } : { about: to.about, systemAskId: to.id };
}

function toWords({ about, title }: InviteTo): string {
  return say(about === 'card' ? 'initiatives.invite-to' : 'initiatives.invite-to-take', { title });
}

/** Those who can not be invited to the initiative: everybody in it, or for a co-owner the other co-owners. */
function whoIsIn(mySeat: Initiative['mySeat'], team: Initiative['team']): string[] {
  return team.filter((one) => mySeat !== 'co-owner' || one.seat === 'co-owner').map((one) => one.person.id);
}

interface SeatFieldsProps {
  offersSeat: boolean;
  seat: Offered;
  onSeat: (seat: Offered) => void;
  perspective: Perspective | '';
  onPerspective: (perspective: Perspective | '') => void;
}

/** As what, and to which chair. */
function SeatFields({ offersSeat, seat, onSeat, perspective, onPerspective }: SeatFieldsProps) {
  return (
    <>
      {offersSeat && <Choice<Offered> legend={say('initiatives.invite-as')} value={seat} options={seats} onChange={onSeat} />}
      <Pick<Perspective>
        label={say('initiatives.invite-chair')}
        value={perspective}
        empty={say('initiatives.invite-chair-any')}
        options={chairs}
        onChange={onPerspective}
      />
    </>
  );
}
