import { useState } from 'react';
import { useCan } from '#client/api/can.ts';
import { Act } from '#client/ui/act.tsx';
import { say } from '#shared/words/say.ts';
import { InvitationsMade } from './invitations-made.tsx';
import { InviteDialog } from './invite-dialog.tsx';

export interface InviteToSystemAskProps {
  /** Mine, whose blocker stands in it: one invites as somebody of a team. */
  initiativeId: string;
  systemAskId: string;
  cause: string;
}

/** Asks somebody whether they would take it where it will be heard; they answer for themselves. */
export function InviteToSystemAsk({ initiativeId, systemAskId, cause }: InviteToSystemAskProps) {
  const may = useCan('initiative.invite', { initiativeId });
  const [open, setOpen] = useState(false);
  if (!may.ok) return null;
  return (
    <>
      <div>
        <Act tone="plain" onClick={() => setOpen(true)}>
          {say('initiatives.invite-to-sponsor')}
        </Act>
      </div>
      <InvitationsMade id={initiativeId} systemAskId={systemAskId} />
      {open && (
        <InviteDialog
          initiative={{ id: initiativeId, mySeat: null, team: [] }}
          to={{ about: 'system-ask', id: systemAskId, title: cause }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
