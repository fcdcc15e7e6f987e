import { sayKey, say } from '#shared/words/say.ts';
import type { BoardLine } from '#client/board/live-board.tsx';
import { Act } from '#client/ui/act.tsx';
import { KeptWords } from '#client/ui/kept-words.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { problemSentence } from '#client/ui/problem-sentences.ts';

/** Words that came back, a board that was taken away, a board one can only read: said at the top, with what to do. */
export function BoardNotices({ line: { status, provider, held, letGo } }: { line: BoardLine }) {
  const { closed, handedBack, loaded, mayEdit, because } = status;
  return (
    <>
      {closed !== null && (
        <Notice
          tone="care"
          live="assertive"
          title={say('board.closed-title')}
          actions={provider && <Act onClick={() => provider.retry()}>{say('shell.try-again')}</Act>}
        >
          <p>{problemSentence(closed)}</p>
        </Notice>
      )}
      {handedBack.map(({ id, problem, words }) => (
        <Notice key={id} tone="care" live="assertive" title={problemSentence(problem)}>
          {problem.fields?.map((field) => (
            <p key={`${field.field}${field.reason}`}>{sayKey(field.reason, field.values ?? {})}</p>
          ))}
          <KeptWords words={words} onDone={() => provider?.dismiss(id)} />
        </Notice>
      ))}
      {held.map(({ id, words, reason }) => (
        <Notice key={id} tone="care" live="assertive" title={sayKey(reason)}>
          <KeptWords title={say('board.held-back')} words={words} onDone={() => letGo(id)} />
        </Notice>
      ))}
      {loaded && !mayEdit && because !== null && closed === null && (
        <Notice title={say('board.read-only')}>
          <p>{sayKey(because)}</p>
        </Notice>
      )}
    </>
  );
}
