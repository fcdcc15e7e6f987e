/** What of a blocker is bigger than one team: the system asks it stands in, and for those who climb the ladder a way into one. */
import type { BoardElement } from '#shared/elements/registry.ts';
import { BiggerThanUs } from './bigger-than-us.tsx';
import { isIn, SystemAsksOnBoard } from './on-board.tsx';
import { useSystemAsksOf } from './use-system-asks.ts';

export function Bigger({ initiativeId, card, climbing }: { initiativeId: string; card: BoardElement; climbing: boolean }) {
  const { data } = useSystemAsksOf(initiativeId);
  if (card.kind !== 'blocker') return null;
  const asks = (data?.items ?? []).filter((ask) => isIn(ask, initiativeId, card.id));
  const waits = asks.some((ask) => ask.answer === null);
  return (
    <>
      <SystemAsksOnBoard asks={asks} />
      {climbing && !waits && <BiggerThanUs initiativeId={initiativeId} card={card} />}
    </>
  );
}
