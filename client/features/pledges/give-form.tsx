import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type PledgeKind, pledgeKinds, whatMax } from '#shared/features/pledges/kinds.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Choice } from '#client/ui/choice.tsx';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { useNow } from '#client/ui/use-now.ts';
import { usePledgesChanged } from './use-pledges.ts';

export interface GiveFormProps {
  initiativeId: string;
  /** What the form begins with. */
  start?: { kind: PledgeKind; what: string };
  onDone: () => void;
  onCancel: () => void;
}

const kindOptions = pledgeKinds.map((value) => ({ value, label: say(`pledges.kind-${value}`) }));
const labels = { kind: say('pledges.kind'), what: say('pledges.what'), until: say('pledges.until') };

/** "I will give this, until then." The id is made here, so that sending twice pledges once. */
export function GiveForm({ initiativeId, start, onDone, onCancel }: GiveFormProps) {
  const [pledgeId] = useState(newId);
  const [kind, setKind] = useState<PledgeKind>(start?.kind ?? 'time');
  const [until, setUntil] = useState('');
  const draft = useDraft(start === undefined ? `pledge:${initiativeId}` : `pledge:${initiativeId}:${start.kind}`);
  const [begun, setBegun] = useState(start === undefined);
  const what = begun || draft.text !== '' ? draft.text : (start?.what ?? '');
  const today = useNow().toISOString().slice(0, 10);
  const changed = usePledgesChanged();
  const give = useMutation(
    api.pledges.give.mutationOptions({
      onSuccess: async () => {
        draft.clear();
        await changed();
        onDone();
      },
    }),
  );
  const problem = give.error ? problemFrom(give.error) : null;
  const send = () => give.mutate({ id: initiativeId, pledgeId, kind, what, until: until === '' ? null : until });
  return (
    <Form label={say('pledges.form-title')} onSubmit={send}>
      <TextBox
        label={labels.what}
        hint={say('pledges.what-hint')}
        minRows={2}
        error={fieldError(problem, 'what')}
        value={what}
        onChange={(text) => {
          setBegun(true);
          draft.setText(text);
        }}
        maxLength={whatMax}
      />
      <Choice legend={labels.kind} error={fieldError(problem, 'kind')} value={kind} onChange={setKind} options={kindOptions} />
      <TextLine
        type="date"
        label={labels.until}
        hint={say('pledges.until-hint')}
        optional
        min={today}
        error={fieldError(problem, 'until')}
        value={until}
        onChange={setUntil}
      />
      <ProblemNotice problem={problem} labels={labels} />
      <FormEnd send={say('pledges.send')} busy={give.isPending} onLeave={onCancel} />
    </Form>
  );
}
