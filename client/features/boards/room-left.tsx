import { useMutation, useQueryClient } from '@tanstack/react-query';
import { fullFrom } from '#shared/board/limits.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Column } from '#client/ui/column.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { useDone } from '#client/ui/use-done.ts';

/** How full the board is, long before it is full; and for a co-owner the way to make room, after one plain question. */
export function RoomLeft({ id, filled }: { id: string; filled: number }) {
  const may = useCan('board.make-room', { initiativeId: id });
  const { here, done } = useDone();
  const queries = useQueryClient();
  const { mutate, data, error, isPending } = useMutation(
    api.boards.makeRoom.mutationOptions({
      onSuccess: async (made) => {
        await queries.invalidateQueries({ queryKey: api.boards.days.key({ input: { id } }) });
        done(say('makeRoom.done', { percent: made.filled }));
      },
    }),
  );
  // The board may open anew before the answer is here.
  const isFilling = filled >= fullFrom || isPending;
  if (!isFilling && data === undefined) return null;
  return (
    <Column at={here}>
      {isFilling ? (
        <Notice title={say(filled >= 100 ? 'makeRoom.full' : 'makeRoom.filling', { percent: filled })}>
          <p>{say('makeRoom.counted')}</p>
          {may.ok ? (
            <OpeningAct words={say('makeRoom.open')} onDone={done}>
              {(close) => <Question problem={error && problemFrom(error)} busy={isPending} onSend={() => mutate({ id })} onLeave={close} />}
            </OpeningAct>
          ) : (
            <p>{say('makeRoom.others-can')}</p>
          )}
        </Notice>
      ) : (
        <Notice title={say('makeRoom.done', { percent: data?.filled ?? 0 })} />
      )}
    </Column>
  );
}

interface QuestionProps {
  problem: ProblemBody | null;
  busy: boolean;
  onSend: () => void;
  onLeave: () => void;
}

/** What happens, before it does. */
function Question({ problem, busy, onSend, onLeave }: QuestionProps) {
  return (
    <Column>
      <p>{say('makeRoom.stays')}</p>
      <p>{say('makeRoom.pages')}</p>
      <p>{say('makeRoom.days', { activity: say('board.activity-open'), days: say('earlierDays.title') })}</p>
      <ProblemNotice problem={problem} />
      <FormEnd send={say('makeRoom.yes')} busy={busy} onSend={onSend} onLeave={onLeave} />
    </Column>
  );
}
