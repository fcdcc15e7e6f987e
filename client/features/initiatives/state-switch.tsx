import { useState } from 'react';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Form } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import type { InitiativeState } from '#shared/features/initiatives/model.ts';
import { say } from '#shared/words/say.ts';
import { StateTag } from './state-tag.tsx';
import css from './state-switch.module.css';
import { statesWithNotes } from './states.ts';
import { useInitiative, useInitiativeActs } from './use-initiative.ts';

/** How it is going, and for co-owners the way to say otherwise. */
export function StateSwitch({ id }: { id: string }) {
  const { data } = useInitiative(id);
  const [open, setOpen] = useState(false);
  const verdict = useCan('initiative.change', { initiativeId: id });
  if (data === undefined) return null;
  return (
    <div className={css['state']}>
      <StateTag state={data.state} />
      {verdict.ok && (
        <Act tone="quiet" onClick={() => setOpen(true)}>
          {say('initiatives.state-change')}
        </Act>
      )}
      {open && <ChangeState id={id} now={data.state} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ChangeState({ id, now, onClose }: { id: string; now: InitiativeState; onClose: () => void }) {
  const [state, setState] = useState<InitiativeState>(now);
  const [because, setBecause] = useState('');
  const { change } = useInitiativeActs(id);
  const announce = useAnnounce();
  const problem = change.error ? problemFrom(change.error) : null;
  function save() {
    change.mutate(
      { id, state, because },
      {
        onSuccess: () => {
          announce(say('initiatives.state-changed', { state: say(`initiatives.state-${state}`) }));
          onClose();
        },
      },
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('initiatives.state-change')}
      actions={
        <Act busy={change.isPending} onClick={save}>
          {say('initiatives.state-save')}
        </Act>
      }
    >
      <Form onSubmit={save}>
        <Choice<InitiativeState>
          legend={say('initiatives.state-legend')}
          hint={say('initiatives.state-hint')}
          value={state}
          options={statesWithNotes}
          onChange={setState}
        />
        <TextLine
          label={say('initiatives.state-because')}
          hint={say('initiatives.state-because-hint')}
          optional
          error={fieldError(problem, 'because')}
          value={because}
          onChange={setBecause}
          maxLength={300}
        />
        <ProblemNotice problem={problem} labels={{ because: say('initiatives.state-because') }} />
      </Form>
    </Dialog>
  );
}
