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

/** Inviting one person, perhaps to an empty chair. They answer; nobody is assigned. */
export function InviteDialog({
  initiative: { id, mySeat, team },
  chair,
  onClose,
}: {
  initiative: Initiative;
  chair: Perspective | null;
  onClose: () => void;
}) {
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
  const already = team.some((one) => one.person.id === person?.id);
  const send = () =>
    person &&
    invite.mutate({
      id,
      invitationId,
      personId: person.id,
      seat: already ? 'co-owner' : seat,
      perspective: perspective === '' ? null : perspective,
      line,
    });
  const inIt = team.map((one) => one.person.id);
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
        {person === null ? (
          <FindPerson
            without={mySeat === 'co-owner' ? team.filter((one) => one.seat === 'co-owner').map((one) => one.person.id) : inIt}
            onFound={choose}
          />
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
            {mySeat === 'co-owner' && !already && (
              <Choice<Offered> legend={say('initiatives.invite-as')} value={seat} options={seats} onChange={setSeat} />
            )}
            <Pick<Perspective>
              label={say('initiatives.invite-chair')}
              value={perspective}
              empty={say('initiatives.invite-chair-any')}
              options={chairs}
              onChange={setPerspective}
            />
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
        <p>
          <Link to={addresses.invites(id)}>{say('initiatives.invite-by-link')}</Link>
        </p>
      </Form>
    </Dialog>
  );
}
