import { History, Redo2, Undo2 } from 'lucide-react';
import { type ReactNode, useContext, useEffect, useState } from 'react';
import { say } from '#shared/words/say.ts';
import { OpenBoardContext, useHere, useRights } from '#client/board/board-context.ts';
import type { BoardLine } from '#client/board/live-board.tsx';
import { peopleOf, whereSentences } from '#client/board/present.ts';
import { useUndo } from '#client/board/use-undo.ts';
import { type ConnectionState, ConnectionBadge } from '#client/ui/connection-badge.tsx';
import { Faces } from '#client/ui/face.tsx';
import css from './bar.module.css';
import { PurposeOutOfSight } from './purpose-line.tsx';

export interface BoardBarProps {
  line: BoardLine;
  /** The ways to the other sections, where there is no room beside the board. */
  ways: ReactNode;
  wide: boolean;
  onActivity: () => void;
}

/** Stays in sight: who is here, where my words are, and my own undo. */
export function BoardBar({ line, ways, wide, onActivity }: BoardBarProps) {
  const open = useContext(OpenBoardContext);
  const { mayEdit } = useRights();
  const { status } = line;
  const refused = status.handedBack.length + line.held.length > 0;
  const state = useCalm(refused ? 'refused' : status.line);
  return (
    <div className={css['bar']}>
      {ways}
      <div className={css['row']}>
        {(mayEdit || refused || state !== 'saved') && <ConnectionBadge state={state} />}
        {open !== null && wide && <PurposeOutOfSight key={open.doc.guid} id={open.boardId} />}
        <HereNow />
        <div className={css['tools']}>
          {open !== null && mayEdit && <UndoButtons />}
          <button
            type="button"
            className={css['tool']}
            aria-label={say('board.activity-open')}
            title={say('board.activity-open')}
            onClick={onActivity}
          >
            <History size={20} aria-hidden />
          </button>
        </div>
      </div>
    </div>
  );
}

function UndoButtons() {
  const { canUndo, canRedo, undo, redo } = useUndo();
  return (
    <>
      <button
        type="button"
        aria-disabled={!canUndo || undefined}
        className={css['tool']}
        aria-label={say('board.undo-mine')}
        title={say('board.undo-mine')}
        onClick={undo}
      >
        <Undo2 size={20} aria-hidden />
      </button>
      <button
        type="button"
        aria-disabled={!canRedo || undefined}
        className={css['tool']}
        aria-label={say('board.redo-mine')}
        title={say('board.redo-mine')}
        onClick={redo}
      >
        <Redo2 size={20} aria-hidden />
      </button>
    </>
  );
}

/** Others on this board, as faces and as sentences. */
function HereNow() {
  const here = useHere();
  const people = peopleOf(here);
  if (people.length === 0) return null;
  return (
    <div className={css['here']}>
      <Faces people={people} max={4} label={say('board.here-now')} />
      <p className={css['where']}>{whereSentences(here).slice(0, 3).join(' · ')}</p>
    </div>
  );
}

/** "Saved" is said once it has been true for a moment, so that it does not flicker with every letter. It is never said early. */
function useCalm(state: ConnectionState): ConnectionState {
  const [calm, setCalm] = useState(state);
  useEffect(() => {
    if (state !== 'saved') return setCalm(state);
    const timer = setTimeout(() => setCalm('saved'), 600);
    return () => clearTimeout(timer);
  }, [state]);
  return state === 'saved' ? calm : state;
}
