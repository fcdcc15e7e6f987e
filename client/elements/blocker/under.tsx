import type { BoardElement } from '#shared/elements/registry.ts';
import { livelinessOf } from '#shared/elements/registry.ts';
import { say } from '#shared/words/say.ts';
import { useState } from 'react';
import { useRights } from '#client/board/board-context.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { useSurroundings } from '../card-context.ts';
import { Ladder } from './ladder.tsx';

/** What can be done about a blocker. The asks stand here with their clock, and the system asks with their answer, open or not, so that a silence is seen. */
export function BlockerUnder({ card }: { card: BoardElement }) {
  const { under, bigger } = useSurroundings();
  const { mayEdit } = useRights();
  const [open, setOpen] = useState(false);
  const climbs = mayEdit && livelinessOf(card) === 'open';
  const shown = (
    <>
      {bigger(card, 'shown')}
      {under(card)}
    </>
  );
  if (!climbs) return shown;
  return (
    <>
      <Disclosure label={say('board.what-next')} open={open} onToggle={setOpen}>
        <Ladder card={card} />
      </Disclosure>
      {!open && shown}
    </>
  );
}
