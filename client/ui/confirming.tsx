import { useMutation } from '@tanstack/react-query';
import { problemFrom } from '#client/api/problem-from.ts';
import { Column } from './column.tsx';
import { FormEnd } from './form-end.tsx';
import type { Done } from './use-done.ts';
import { OpeningAct } from './opening-act.tsx';
import { ProblemNotice } from './problem-notice.tsx';

export interface ConfirmingProps {
  /** The words on the button. */
  words: string;
  /** Read aloud instead, to name what it is about. */
  label?: string;
  /** What it means, said before it is done. */
  meaning: string;
  send: string;
  run: () => Promise<unknown>;
  /** Asks again for what it changed. */
  changed: () => Promise<void>;
  /** Said when it is done. */
  thanks: string;
  onDone: Done;
}

/** An act that ends something: its button says first what that means. */
export function Confirming({ words, onDone, ...rest }: ConfirmingProps) {
  const { label } = rest;
  return (
    <OpeningAct words={words} tone="quiet" {...(label === undefined ? {} : { label })} onDone={onDone}>
      {(close, done) => <Meaning {...rest} onDone={done} onLeave={close} />}
    </OpeningAct>
  );
}

function Meaning({ meaning, send, run, changed, thanks, onDone, onLeave }: Omit<ConfirmingProps, 'words'> & { onLeave: () => void }) {
  const act = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      await changed();
      onDone(thanks);
    },
    onError: changed,
  });
  return (
    <Column>
      <p>{meaning}</p>
      <ProblemNotice problem={act.error ? problemFrom(act.error) : null} />
      <FormEnd tone="plain" send={send} busy={act.isPending} onSend={() => act.mutate()} onLeave={onLeave} />
    </Column>
  );
}
