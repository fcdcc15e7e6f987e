import type { Verdict } from '#shared/policy/can.ts';
import { say } from '#shared/words/say.ts';
import { Act, type ActTone } from './act.tsx';
import { Actions } from './form.tsx';

export interface FormEndProps {
  /** The words on the button that sends. */
  send: string;
  busy: boolean;
  verdict?: Verdict;
  tone?: ActTone;
  onLeave: () => void;
}

/** The end of a form that opened below its button: send it, or leave it as it was. */
export function FormEnd({ send, onLeave, ...act }: FormEndProps) {
  return (
    <Actions>
      <Act type="submit" {...act}>
        {send}
      </Act>
      <Act tone="quiet" onClick={onLeave}>
        {say('shell.never-mind')}
      </Act>
    </Actions>
  );
}
