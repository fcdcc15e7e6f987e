import { useMutation } from '@tanstack/react-query';
import type { Ask } from '#shared/features/asks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Actions } from '#client/ui/form.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import css from './asks.module.css';
import { useAsksChanged } from './use-asks.ts';

/** The team takes an ask back. */
export function Withdrawing({ ask, onDone }: { ask: Ask; onDone: (sentence: string) => void }) {
  const may = useCan('ask.withdraw', { initiativeId: ask.initiative.id });
  const changed = useAsksChanged();
  const withdraw = useMutation(
    api.asks.withdraw.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone(say('asks.withdraw-done'));
      },
      onError: changed,
    }),
  );
  if (!may.ok) return null;
  return (
    <Opening
      act={(open, toggle) => (
        <Act tone="quiet" expanded={open} onClick={toggle}>
          {say('asks.withdraw')}
        </Act>
      )}
    >
      {(close) => (
        <div className={css['panel']}>
          <p>{say('asks.withdraw-why', { name: ask.person.label })}</p>
          <ProblemNotice problem={withdraw.error ? problemFrom(withdraw.error) : null} />
          <Actions>
            <Act tone="plain" busy={withdraw.isPending} onClick={() => withdraw.mutate({ id: ask.id })}>
              {say('asks.withdraw-send')}
            </Act>
            <Act tone="quiet" onClick={close}>
              {say('asks.never-mind')}
            </Act>
          </Actions>
        </div>
      )}
    </Opening>
  );
}
