import { messageMax } from '#shared/features/asks/answers.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import { Act } from '#client/ui/act.tsx';
import { TextBox } from '#client/ui/text-box.tsx';
import css from './asks.module.css';
import { FindPerson } from './find-person.tsx';

export interface OneToAskProps {
  /** Which of several; null when there is one. */
  number: number | null;
  person: PersonCard | null;
  message: string;
  whoError: string | undefined;
  messageError: string | undefined;
  onPerson: (person: PersonCard | null) => void;
  onMessage: (message: string) => void;
  onRemove: (() => void) | null;
}

/** One person to ask, and what is asked of them. */
export function OneToAsk({ number, person, message, whoError, messageError, onPerson, onMessage, onRemove }: OneToAskProps) {
  const fields = (
    <>
      <FindPerson person={person} onChoose={onPerson} error={whoError} />
      <TextBox
        label={say('asks.message')}
        hint={say('asks.message-hint')}
        error={messageError}
        value={message}
        onChange={onMessage}
        maxLength={messageMax}
      />
    </>
  );
  if (number === null) return fields;
  return (
    <fieldset className={css['one']}>
      <legend className={css['label']}>{say('asks.person-number', { number })}</legend>
      {fields}
      {onRemove && (
        <div>
          <Act tone="quiet" label={say('asks.leave-out-number', { number })} onClick={onRemove}>
            {say('asks.leave-out')}
          </Act>
        </div>
      )}
    </fieldset>
  );
}
