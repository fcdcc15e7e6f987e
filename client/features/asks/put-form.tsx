/** Puts the blocker to one or more people, each with one clear message. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type AskLevel, askLevels, putMax } from '#shared/features/asks/answers.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import { newId } from '#shared/lib/new-id.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { useDraft } from '#client/ui/use-draft.ts';
import css from './asks.module.css';
import { OneToAsk } from './one-to-ask.tsx';
import { useAsksChanged } from './use-asks.ts';

export interface PutFormProps {
  initiativeId: string;
  elementId: string;
  /** Called with how the asked people show. */
  onDone: (names: string[]) => void;
  onCancel: () => void;
}

/** Ids are made here, so that sending twice asks once. */
interface ToAsk {
  readonly askId: string;
  readonly person: PersonCard | null;
  /** Null: the same as to the first. */
  readonly message: string | null;
}

const another = (): ToAsk => ({ askId: newId(), person: null, message: null });

export function PutForm({ initiativeId, elementId, onDone, onCancel }: PutFormProps) {
  const [people, setPeople] = useState<readonly ToAsk[]>(() => [another()]);
  const [level, setLevel] = useState<AskLevel>('team');
  const [tried, setTried] = useState(false);
  const draft = useDraft(`ask:${elementId}`);
  const changed = useAsksChanged();
  const put = useMutation(
    api.asks.put.mutationOptions({
      onSuccess: async ({ items }) => {
        draft.clear();
        await changed();
        onDone(items.map((ask) => ask.person.label));
      },
    }),
  );
  const problem = put.error ? problemFrom(put.error) : null;
  const messageTo = ({ message }: ToAsk) => message ?? draft.text;
  function change(askId: string, more: Partial<ToAsk>) {
    if (askId === people[0]?.askId && typeof more.message === 'string') return draft.setText(more.message);
    return setPeople(people.map((one) => (one.askId === askId ? { ...one, ...more } : one)));
  }
  function send() {
    setTried(true);
    const asks = people.flatMap((one) => (one.person === null ? [] : [{ askId: one.askId, personId: one.person.id, message: messageTo(one) }]));
    if (asks.length === people.length) put.mutate({ id: initiativeId, elementId, level, asks });
  }
  return (
    <Form label={say('asks.form-title')} onSubmit={send}>
      {people.map((one, index) => (
        <OneToAsk
          key={one.askId}
          number={people.length > 1 ? index + 1 : null}
          person={one.person}
          message={messageTo(one)}
          whoError={fieldError(problem, `asks.${index}.personId`) ?? (tried && one.person === null ? say('field.required') : undefined)}
          messageError={fieldError(problem, `asks.${index}.message`)}
          onPerson={(person) => change(one.askId, { person })}
          onMessage={(message) => change(one.askId, { message })}
          onRemove={index === 0 ? null : () => setPeople(people.filter(({ askId }) => askId !== one.askId))}
        />
      ))}
      {people.length < putMax && (
        <div>
          <Act tone="quiet" onClick={() => setPeople([...people, another()])}>
            {say('asks.ask-another')}
          </Act>
        </div>
      )}
      <Pick
        label={say('asks.level')}
        hint={say('asks.level-hint')}
        value={level}
        options={askLevels.map((value) => ({ value, label: say(`asks.level-${value}`) }))}
        onChange={(next) => setLevel(next === '' ? level : next)}
      />
      {people.length > 1 && <p className={css['soft']}>{say('asks.each-own')}</p>}
      <ProblemNotice problem={problem} labels={labelsFor(people.length)} />
      <FormEnd
        send={people.length > 1 ? say('asks.send-many', { count: people.length }) : say('asks.send')}
        busy={put.isPending}
        onLeave={onCancel}
      />
    </Form>
  );
}

function labelsFor(count: number): Record<string, string> {
  const each = Array.from({ length: count }, (_, index) => [
    [`asks.${index}.personId`, say('asks.who')],
    [`asks.${index}.message`, say('asks.message')],
  ]);
  return { ...Object.fromEntries<string>(each.flat().map(([key = '', label = '']) => [key, label])), elementId: say('asks.title') };
}
