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
  /** What it sends by, where it is no form; a form is told by its own submit. */
  onSend?: () => void;
  onLeave: () => void;
}

/** The end of what opened below its button: send it, or leave it as it was. */
export function FormEnd({ send, onSend, onLeave, ...act }: FormEndProps) {
  return (
    <Actions>
      <Act {...act} {...(onSend === undefined ? { type: 'submit' } : { onClick: onSend })}>
        {send}
      </Act>
      <Act tone="quiet" onClick={onLeave}>
        {say('shell.never-mind')}
      </Act>
    </Actions>
  );
}
