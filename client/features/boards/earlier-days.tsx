import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardDay } from '#shared/features/boards/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { moment } from '#client/ui/dates.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Actions } from '#client/ui/form.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import css from './activity.module.css';

/** For co-owners: the days a board can go back to, and one question before it does. */
export function EarlierDays({ id }: { id: string }) {
  const may = useCan('board.bring-back', { initiativeId: id });
  if (!may.ok) return null;
  return (
    <Disclosure label={say('earlierDays.title')}>
      <Days id={id} />
    </Disclosure>
  );
}

function Days({ id }: { id: string }) {
  const options = api.boards.days.queryOptions({ input: { id } });
  const { data, error } = useQuery(options);
  const [chosen, setChosen] = useState<BoardDay | null>(null);
  const queries = useQueryClient();
  const announce = useAnnounce();
  const bringBack = useMutation(
    api.boards.bringBack.mutationOptions({
      onSuccess: (days) => {
        queries.setQueryData(options.queryKey, days);
        if (chosen !== null) announce(say('earlierDays.done', { moment: moment(chosen.at) }));
        setChosen(null);
      },
    }),
  );
  if (chosen !== null) {
    return (
      <Notice
        title={say('earlierDays.sure-title')}
        actions={
          <Actions>
            <Act busy={bringBack.isPending} onClick={() => bringBack.mutate({ id, seq: chosen.seq })}>
              {say('earlierDays.yes')}
            </Act>
            <Act tone="plain" onClick={() => setChosen(null)}>
              {say('earlierDays.no')}
            </Act>
          </Actions>
        }
      >
        <p>{say('earlierDays.sure', { moment: moment(chosen.at) })}</p>
        <ProblemNotice problem={bringBack.error ? problemFrom(bringBack.error) : null} />
      </Notice>
    );
  }
  return (
    <>
      <p className={css['when']}>{say(data?.items.length === 0 ? 'earlierDays.none' : 'earlierDays.why')}</p>
      <ProblemNotice problem={error ? problemFrom(error) : null} />
      <ul className={css['list']}>
        {data?.items.map((day) => (
          <li key={day.seq}>
            <Act tone="quiet" onClick={() => setChosen(day)}>
              {say(day.untilThen ? 'earlierDays.choose-until' : 'earlierDays.choose', { moment: moment(day.at) })}
            </Act>
          </li>
        ))}
      </ul>
    </>
  );
}
