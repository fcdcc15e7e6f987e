import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardElement } from '#shared/elements/registry.ts';
import { causeMax, forumMax } from '#shared/features/system-asks/answers.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { type BlockerKind, kindOptions } from './kinds.ts';
import { StoryFields, toldLabels, useTold } from './story-fields.tsx';
import { useSystemAsksChanged } from './use-system-asks.ts';

export interface RaiseFormProps {
  initiativeId: string;
  card: BoardElement;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

const labels = {
  cause: say('systemAsks.cause'),
  kind: say('systemAsks.kind'),
  forum: say('systemAsks.forum'),
  heardOn: say('systemAsks.day'),
  ...toldLabels,
};

/** Raises a system ask from a blocker. The id is made here, so that sending twice raises once. */
export function RaiseForm({ initiativeId, card, onDone, onCancel }: RaiseFormProps) {
  const [systemAskId] = useState(newId);
  const cause = useDraft(`raise:${card.id}:cause`);
  const forum = useDraft(`raise:${card.id}:forum`);
  const [kind, setKind] = useState<BlockerKind>((card.kind === 'blocker' ? card.values.blockerKind : null) ?? 'not-sure');
  const [heardOn, setHeardOn] = useState('');
  const { boxes, told, clear } = useTold(card.id);
  const may = useCan('system-ask.raise', { initiativeId });
  const changed = useSystemAsksChanged();
  const raise = useMutation(
    api.systemAsks.raise.mutationOptions({
      onSuccess: async () => {
        for (const draft of [cause, forum]) draft.clear();
        clear();
        await changed();
        onDone(say('systemAsks.raised'));
      },
    }),
  );
  const problem = raise.error ? problemFrom(raise.error) : null;
  const send = () =>
    raise.mutate({
      id: initiativeId,
      systemAskId,
      elementId: card.id,
      cause: cause.text,
      kind,
      forum: forum.text,
      heardOn: heardOn === '' ? null : heardOn,
      ...told,
    });
  return (
    <Form label={say('systemAsks.raise-title')} onSubmit={send}>
      <TextLine
        label={labels.cause}
        hint={say('systemAsks.cause-hint')}
        error={fieldError(problem, 'cause')}
        value={cause.text}
        onChange={cause.setText}
        maxLength={causeMax}
        autoComplete="off"
      />
      <Pick<BlockerKind> label={labels.kind} value={kind} options={kindOptions} onChange={(next) => setKind(next || 'not-sure')} />
      <StoryFields boxes={boxes} problem={problem} />
      <TextLine
        label={labels.forum}
        hint={say('systemAsks.forum-hint')}
        optional
        error={fieldError(problem, 'forum')}
        value={forum.text}
        onChange={forum.setText}
        maxLength={forumMax}
        autoComplete="off"
      />
      <TextLine label={labels.heardOn} type="date" optional error={fieldError(problem, 'heardOn')} value={heardOn} onChange={setHeardOn} />
      <ProblemNotice problem={problem} labels={labels} />
      <FormEnd send={say('systemAsks.raise-do')} busy={raise.isPending} verdict={may} onLeave={onCancel} />
    </Form>
  );
}
