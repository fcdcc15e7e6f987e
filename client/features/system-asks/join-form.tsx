import { useMutation } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { StoryFields, type Told, toldLabels, useTold } from './story-fields.tsx';
import { useSystemAsksChanged } from './use-system-asks.ts';

export interface JoinFormProps {
  systemAskId: string;
  initiativeId: string;
  elementId: string;
  /** It stands in it already, and this is what it tells. */
  before?: Told;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** A blocker joins, telling what it does to its team; or what it tells is changed. */
export function JoinForm({ systemAskId: id, initiativeId, elementId, before, onDone, onCancel }: JoinFormProps) {
  const { boxes, told, clear } = useTold(elementId, before);
  const changed = useSystemAsksChanged();
  const join = useMutation(
    api.systemAsks.join.mutationOptions({
      onSuccess: async () => {
        clear();
        await changed();
        onDone(say(before === undefined ? 'systemAsks.joined' : 'systemAsks.told'));
      },
      onError: changed,
    }),
  );
  const problem = join.error ? problemFrom(join.error) : null;
  return (
    <Form
      label={say(before === undefined ? 'systemAsks.join-title' : 'systemAsks.tell-change')}
      onSubmit={() => join.mutate({ id, initiativeId, elementId, ...told })}
    >
      <StoryFields boxes={boxes} problem={problem} />
      <ProblemNotice problem={problem} labels={toldLabels} />
      <FormEnd send={say(before === undefined ? 'systemAsks.join-do' : 'systemAsks.save')} busy={join.isPending} onLeave={onCancel} />
    </Form>
  );
}
