import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newsMax } from '#shared/features/pledges/kinds.ts';
import type { Pledge } from '#shared/features/pledges/model.ts';
import { newId } from '#shared/lib/new-id.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { usePledgesChanged } from './use-pledges.ts';

const labels = { line: say('pledges.tell-line'), until: say('pledges.tell-until') };

/** The giver says where it stands, and may move its day. The id is made here, so that sending twice tells once. */
export function TellForm({ pledge, onDone, onCancel }: { pledge: Pledge; onDone: () => void; onCancel: () => void }) {
  const [newsId] = useState(newId);
  const [until, setUntil] = useState(pledge.until ?? '');
  const draft = useDraft(`pledge-news:${pledge.id}`);
  const changed = usePledgesChanged();
  const tell = useMutation(
    api.pledges.tell.mutationOptions({
      onSuccess: async () => {
        draft.clear();
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  const problem = tell.error ? problemFrom(tell.error) : null;
  return (
    <Form
      label={say('pledges.tell-title')}
      onSubmit={() => tell.mutate({ id: pledge.id, newsId, line: draft.text, until: until === '' ? null : until })}
    >
      <TextBox
        label={labels.line}
        hint={say('pledges.tell-hint')}
        minRows={2}
        error={fieldError(problem, 'line')}
        value={draft.text}
        onChange={draft.setText}
        maxLength={newsMax}
      />
      <TextLine
        type="date"
        label={labels.until}
        hint={say('pledges.tell-until-hint')}
        optional
        error={fieldError(problem, 'until')}
        value={until}
        onChange={setUntil}
      />
      <ProblemNotice problem={problem} labels={labels} />
      <Actions>
        <Act type="submit" busy={tell.isPending}>
          {say('pledges.tell-send')}
        </Act>
        <Act tone="quiet" onClick={onCancel}>
          {say('shell.never-mind')}
        </Act>
      </Actions>
    </Form>
  );
}
