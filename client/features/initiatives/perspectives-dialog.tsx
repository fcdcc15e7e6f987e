import { useState } from 'react';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Form } from '#client/ui/form.tsx';
import { PerspectiveChoices } from '#client/ui/perspectives.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import type { Perspective } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import { type Initiative, useInitiativeActs } from './use-initiative.ts';

/** Asked once, on joining; changed any time by those who are in. */
export function PerspectivesDialog({ initiative: { id, team }, onClose }: { initiative: Initiative; onClose: () => void }) {
  const mine = team.find((one) => one.mine);
  const [perspectives, setPerspectives] = useState<Perspective[]>(mine?.perspectives ?? []);
  const { join, setPerspectives: change } = useInitiativeActs(id);
  const announce = useAnnounce();
  const act = mine === undefined ? join : change;
  function save() {
    const onSuccess = () => {
      if (mine === undefined) announce(say('initiatives.joined'));
      onClose();
    };
    act.mutate({ id, perspectives }, { onSuccess });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say(mine === undefined ? 'initiatives.join-title' : 'initiatives.perspectives-title')}
      actions={
        <Act busy={act.isPending} onClick={save}>
          {say(mine === undefined ? 'initiatives.join-do' : 'initiatives.perspectives-save')}
        </Act>
      }
    >
      <Form onSubmit={save}>
        <PerspectiveChoices legend={say('initiatives.join-hint')} values={perspectives} onChange={setPerspectives} />
        <ProblemNotice problem={act.error ? problemFrom(act.error) : null} />
      </Form>
    </Dialog>
  );
}
