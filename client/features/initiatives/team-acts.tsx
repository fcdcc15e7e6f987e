import { useState } from 'react';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Actions } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { say } from '#shared/words/say.ts';
import { PerspectivesDialog } from './perspectives-dialog.tsx';
import { type Initiative, useInitiativeActs } from './use-initiative.ts';

/** Joining and leaving, and how I am in this. */
export function TeamActs({ initiative, mayInvite, onInvite }: { initiative: Initiative; mayInvite: boolean; onInvite: () => void }) {
  const { id, mySeat, otherCoOwners } = initiative;
  const [open, setOpen] = useState<'perspectives' | 'leave' | null>(null);
  const joining = useCan('initiative.join', { initiativeId: id });
  const leaving = useCan('initiative.leave', { initiativeId: id, otherCoOwners });
  const close = () => setOpen(null);
  return (
    <>
      <Actions>
        {mySeat === null ? (
          <Act verdict={joining} onClick={() => setOpen('perspectives')}>
            {say('initiatives.join')}
          </Act>
        ) : (
          <>
            {mayInvite && (
              <Act tone="plain" onClick={onInvite}>
                {say('initiatives.invite-title')}
              </Act>
            )}
            <Act tone="quiet" onClick={() => setOpen('perspectives')}>
              {say('initiatives.perspectives-change')}
            </Act>
            <Act tone="quiet" verdict={leaving} onClick={() => setOpen('leave')}>
              {say('initiatives.leave')}
            </Act>
          </>
        )}
      </Actions>
      {open === 'perspectives' && <PerspectivesDialog initiative={initiative} onClose={close} />}
      {open === 'leave' && <LeaveDialog id={id} onClose={close} />}
    </>
  );
}

function LeaveDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { leave } = useInitiativeActs(id);
  const announce = useAnnounce();
  const onSuccess = () => {
    announce(say('initiatives.left'));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('initiatives.leave-title')}
      actions={
        <Act busy={leave.isPending} onClick={() => leave.mutate({ id }, { onSuccess })}>
          {say('initiatives.leave-do')}
        </Act>
      }
    >
      <p>{say('initiatives.leave-hint')}</p>
      <ProblemNotice problem={leave.error ? problemFrom(leave.error) : null} />
    </Dialog>
  );
}
