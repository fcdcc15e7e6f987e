import { useState } from 'react';
import { offices, type Office, reasonMax } from '#shared/features/endorsements/offices.ts';
import { say } from '#shared/words/say.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { officeWord } from './office-word.ts';
import { PurposeRead } from './purpose-read.tsx';
import { useEndorse } from './use-endorse.ts';

export interface EndorseFormProps {
  head: { id: string; purpose: string; purposeHash: string };
  onDone: () => void;
  onCancel: () => void;
}

const officeOptions = offices.map((value) => ({ value, label: officeWord(value) }));
const labels = { office: say('endorsements.office'), reason: say('endorsements.reason') };

/** "I stand behind this, because...". What is endorsed is the purpose they read: if it moves meanwhile they are shown it again first. */
export function EndorseForm({ head, onDone, onCancel }: EndorseFormProps) {
  const [read, setRead] = useState(head);
  const [office, setOffice] = useState<Office | ''>('');
  const [noOffice, setNoOffice] = useState(false);
  const draft = useDraft(`endorse:${head.id}`);
  const endorse = useEndorse(() => {
    draft.clear();
    onDone();
  });
  const problem = endorse.error ? problemFrom(endorse.error) : null;
  const moved = read.purposeHash !== head.purposeHash;
  function send() {
    setNoOffice(office === '');
    if (office !== '') endorse.mutate({ id: head.id, office, reason: draft.text, purposeHash: read.purposeHash });
  }
  return (
    <Form label={say('endorsements.form-title')} onSubmit={send}>
      {moved ? (
        <Notice
          tone="ember"
          live="polite"
          title={say('endorsements.purpose-moved')}
          actions={
            <Act tone="plain" onClick={() => setRead(head)}>
              {say('endorsements.look-again')}
            </Act>
          }
        />
      ) : (
        <PurposeRead title={say('endorsements.purpose-read')} purpose={read.purpose} />
      )}
      <TextBox
        label={labels.reason}
        hint={say('endorsements.reason-hint')}
        error={fieldError(problem, 'reason')}
        value={draft.text}
        onChange={draft.setText}
        maxLength={reasonMax}
      />
      <Pick
        label={labels.office}
        error={noOffice && office === '' ? say('field.choice') : fieldError(problem, 'office')}
        value={office}
        onChange={setOffice}
        options={officeOptions}
        empty={say('endorsements.office-choose')}
      />
      {!moved && <ProblemNotice problem={problem} labels={labels} />}
      <FormEnd send={say('endorsements.send')} busy={endorse.isPending} onLeave={onCancel} />
    </Form>
  );
}
