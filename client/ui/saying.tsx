/** An act that is one question in a box: a reason, or what was learned. Its button opens it. */
import { useMutation } from '@tanstack/react-query';
import { problemFrom } from '#client/api/problem-from.ts';
import type { ActTone } from './act.tsx';
import { Form } from './form.tsx';
import { FormEnd } from './form-end.tsx';
import type { Done } from './use-done.ts';
import { OpeningAct } from './opening-act.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { fieldError } from './problem-sentences.ts';
import { TextBox } from './text-box.tsx';
import { useStartedDraft } from './use-started-draft.ts';

export interface SayingProps {
  /** The words on the button, and the name of the form. */
  title: string;
  tone?: ActTone;
  /** Read aloud instead of the title on the button, to name what it is about. */
  label?: string | undefined;
  question: string;
  hint?: string;
  send: string;
  /** The field's name in what the server says is wrong. */
  field: string;
  optional?: boolean;
  max: number;
  /** Names the words on this device until they have arrived. */
  draftName: string;
  start?: string;
  run: (text: string) => Promise<unknown>;
  /** Asks again for what it changed. */
  changed: () => Promise<void>;
  /** Said when it has arrived. */
  thanks: string;
  onDone: Done;
}

export function Saying(props: SayingProps) {
  const { title, tone = 'quiet', label, onDone } = props;
  return (
    <OpeningAct words={title} tone={tone} openTone="quiet" {...(label === undefined ? {} : { label })} onDone={onDone}>
      {(close, done) => <Question {...props} onDone={done} onLeave={close} />}
    </OpeningAct>
  );
}

function Question({
  title,
  question,
  hint,
  send,
  field,
  optional = false,
  max,
  draftName,
  start = '',
  run,
  changed,
  thanks,
  onDone,
  onLeave,
}: SayingProps & { onLeave: () => void }) {
  const draft = useStartedDraft(draftName, start);
  const act = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      draft.clear();
      await changed();
      onDone(thanks);
    },
    onError: changed,
  });
  const problem = act.error ? problemFrom(act.error) : null;
  return (
    <Form label={title} onSubmit={() => act.mutate(draft.text)}>
      <TextBox
        label={question}
        hint={hint}
        optional={optional}
        minRows={2}
        error={fieldError(problem, field)}
        value={draft.text}
        onChange={draft.setText}
        maxLength={max}
      />
      <ProblemNotice problem={problem} labels={{ [field]: question }} />
      <FormEnd send={send} busy={act.isPending} onLeave={onLeave} />
    </Form>
  );
}
