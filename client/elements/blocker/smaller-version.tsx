import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { blocker } from '#shared/elements/blocker/kind.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { testOfChange } from '#shared/elements/test-of-change/kind.ts';
import { hintWord } from '#shared/elements/wording.ts';
import { newId } from '#shared/lib/new-id.ts';
import { say } from '#shared/words/say.ts';
import { useOpenBoard } from '#client/board/board-context.ts';
import { useCards } from '#client/board/use-cards.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { firstLine } from '#client/ui/first-line.ts';
import { LiveText } from '../live-text.tsx';
import css from './blocker.module.css';

/** The first rung: a 15 % version that needs nobody's leave. Written down, it becomes a test of change that knows its blocker. */
export function SmallerVersion({ card }: { card: Extract<BoardElement, { kind: 'blocker' }> }) {
  const { doc, undo } = useOpenBoard();
  const announce = useAnnounce();
  const tests = useCards().filter((one) => one.kind === 'test-of-change' && one.values.worksRound === card.id && one.archivedAt === null);
  const version = card.values.firstRung.trim();
  function tryIt() {
    undo.step();
    const title = firstLine(version).slice(0, testOfChange.fields.title.max);
    addElement(doc, { id: newId(), kind: 'test-of-change', position: endPosition(doc), values: { title, plan: version, worksRound: card.id } });
    announce(say('board.test-began', { title }));
  }
  return (
    <>
      <LiveText
        cardId={card.id}
        name="firstRung"
        field={blocker.fields.firstRung}
        label={say('board.rung-smaller')}
        hint={hintWord('blocker', 'firstRung') ?? undefined}
      />
      {version !== '' && tests.length === 0 && (
        <div>
          <Act tone="plain" onClick={tryIt}>
            {say('board.make-it-a-test')}
          </Act>
        </div>
      )}
      {tests.map((test) => (
        <p key={test.id} className={css['linked']}>
          {say('board.is-a-test')} <a href={`#card-${test.id}`}>{test.values.title}</a>
        </p>
      ))}
    </>
  );
}
