import type { ProblemBody } from '#shared/lib/problem.ts';
import { sayKey, say } from '#shared/words/say.ts';
import type { BoardLine } from '#client/board/live-board.tsx';
import { addresses } from '#client/app/addresses.ts';
import type { BoardStatus } from '#client/realtime/board-status.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { KeptWords } from '#client/ui/kept-words.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { problemSentence } from '#client/ui/problem-sentences.ts';
import css from './board.module.css';
import { RoomLeft } from './room-left.tsx';
import { SignedOut } from './signed-out.tsx';

export interface BoardNoticesProps {
  id: string;
  line: BoardLine;
  /** Whose page this was, once they are signed out. */
  out: string | null;
}

/** Words that came back, a board that was taken away, a board one can only read: said at the top, with what to do. */
export function BoardNotices({ id, line: { status, provider, held, letGo }, out }: BoardNoticesProps) {
  const { handedBack, mayEdit, filled } = status;
  const [closed, because] = [whyClosed(status, out), whyReading(status, out)];
  return (
    <>
      {out !== null && <SignedOut personId={out} />}
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
      {mayEdit && out === null && <RoomLeft id={id} filled={filled} />}
      {because !== null && <Reading id={id} because={because} />}
    </>
  );
}

/** Of somebody who is signed out it is said already. */
function whyClosed({ closed }: BoardStatus, out: string | null): ProblemBody | null {
  return out !== null && closed?.code === 'not-signed-in' ? null : closed;
}

function whyReading({ loaded, mayEdit, because, closed }: BoardStatus, out: string | null): string | null {
  return loaded && !mayEdit && closed === null && out === null ? because : null;
}

/** Why one can only read, and the way to write where there is one. */
function Reading({ id, because }: { id: string; because: string }) {
  return (
    <div className={css['reading']}>
      <p>
        <strong>{say('board.read-only')}</strong> {sayKey(because)}
      </p>
      {because === 'why.sign-in' && (
        <LinkAct tone="plain" to={addresses.signIn(addresses.board(id))}>
          {say('shell.to-sign-in')}
        </LinkAct>
      )}
      {because === 'why.join-first' && (
        <LinkAct tone="plain" to={addresses.boardSection(id, 'people')}>
          {say('board.to-join')}
        </LinkAct>
      )}
    </div>
  );
}
