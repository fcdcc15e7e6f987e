import { say } from '#shared/words/say.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import css from './activity.module.css';
import { EarlierDays } from './earlier-days.tsx';
import { EntryLine } from './entry-line.tsx';
import { useActivity } from './use-board-answers.ts';

/** Everything that happened here, the latest first, a page at a time. */
export function ActivityDialog({ id, onClose, onGo }: { id: string; onClose: () => void; onGo: (cardId: string) => void }) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useActivity(id);
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  function go(cardId: string) {
    onClose();
    onGo(cardId);
  }
  return (
    <Dialog open onClose={onClose} title={say('board.activity')}>
      {isPending && <Loading lines={5} />}
      <ProblemNotice problem={error ? problemFrom(error) : null} onRetry={() => void refetch()} />
      <ol className={css['list']}>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} onGo={go} />
        ))}
      </ol>
      {hasNextPage ? (
        <div>
          <Act tone="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('board.activity-more')}
          </Act>
        </div>
      ) : (
        data && <p className={css['when']}>{say('board.activity-end')}</p>
      )}
      <EarlierDays id={id} />
    </Dialog>
  );
}
