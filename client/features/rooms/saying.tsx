/** An act that is one question in a box: a reason, or what was learned. Its button opens it. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { say } from '#shared/words/say.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act, type ActTone } from '#client/ui/act.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { useRoomsChanged } from './use-rooms.ts';

export interface SayingProps {
  /** The words on the button, and the name of the form. */
  title: string;
  tone?: ActTone;
  question: string;
  hint?: string;
  send: string;
  /** The field's name in what the server says is wrong. */
  field: 'why' | 'learned';
  optional?: boolean;
  max: number;
  /** Names the words on this device until they have arrived. */
  draftName: string;
  start?: string;
  run: (text: string) => Promise<unknown>;
  /** Said when it has arrived. */
  thanks: string;
  onDone: (sentence: string) => void;
}

export function Saying(props: SayingProps) {
  const { title, tone = 'quiet' } = props;
  return (
    <Opening
      act={(open, toggle) => (
        <Act tone={open ? 'quiet' : tone} expanded={open} onClick={toggle}>
          {title}
        </Act>
      )}
    >
      {(close) => <Question {...props} close={close} />}
    </Opening>
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
  thanks,
  onDone,
  close,
}: SayingProps & { close: () => void }) {
  const draft = useDraft(draftName);
  const [touched, setTouched] = useState(false);
  const text = touched || draft.text !== '' ? draft.text : start;
  const changed = useRoomsChanged();
  const act = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      draft.clear();
      await changed();
      close();
      onDone(thanks);
    },
    onError: changed,
  });
  const problem = act.error ? problemFrom(act.error) : null;
  return (
    <Form label={title} onSubmit={() => act.mutate(text)}>
      <TextBox
        label={question}
        hint={hint}
        optional={optional}
        minRows={2}
        error={fieldError(problem, field)}
        value={text}
        onChange={(words) => {
          setTouched(true);
          draft.setText(words);
        }}
        maxLength={max}
      />
      <ProblemNotice problem={problem} labels={{ [field]: question }} />
      <Actions>
        <Act type="submit" busy={act.isPending}>
          {send}
        </Act>
        <Act tone="quiet" onClick={close}>
          {say('rooms.never-mind')}
        </Act>
      </Actions>
    </Form>
  );
}
