import { setState } from '#shared/board/board-doc.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { blocker } from '#shared/elements/blocker/kind.ts';
import { fieldWord, hintWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { useOpenBoard } from '#client/board/board-context.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Dialog } from '#client/ui/dialog.tsx';
import { LiveText } from '../live-text.tsx';

/** Asked when a blocker is freed: how? The next team that is stuck on the same thing reads it. It may be left empty. */
export function FreeBlocker({ card, onDone }: { card: BoardElement; onDone: () => void }) {
  const { doc, undo } = useOpenBoard();
  const announce = useAnnounce();
  function free() {
    undo.step();
    setState(doc, card.id, 'freed');
    announce(say('board.freed', { title: card.values.title }));
    onDone();
  }
  return (
    <Dialog
      open
      onClose={onDone}
      title={say('board.free-title', { title: card.values.title })}
      actions={
        <>
          <Act onClick={free}>{say('board.free-send')}</Act>
          <Act tone="quiet" onClick={onDone}>
            {say('board.not-yet')}
          </Act>
        </>
      }
    >
      <LiveText
        cardId={card.id}
        name="how"
        field={blocker.fields.how}
        label={fieldWord('blocker', 'how')}
        hint={hintWord('blocker', 'how') ?? undefined}
        first
      />
    </Dialog>
  );
}
