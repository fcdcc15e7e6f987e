import { useCallback, useMemo } from 'react';
import { useParams } from 'wouter';
import { type BoardElement, livelinessOf } from '#shared/elements/registry.ts';
import { AskPanel } from '#client/features/asks/ask-panel.tsx';
import { FindPerson } from '#client/features/asks/find-person.tsx';
import { FreedBefore } from '#client/features/asks/freed-before.tsx';
import { SmallerWaysContext } from '#client/features/asks/smaller-ways.tsx';
import { BoardPage, type BoardSlots } from '#client/features/boards/board-page.tsx';
import { DecisionPanel } from '#client/features/decisions/decision-panel.tsx';
import { Endorsements } from '#client/features/endorsements/endorsements.tsx';
import { useCardPeople } from '#client/features/initiatives/card-people.tsx';
import { InitiativeHead } from '#client/features/initiatives/initiative-head.tsx';
import { TeamSeats } from '#client/features/initiatives/team-seats.tsx';
import { ToLeadership } from '#client/features/leadership/to-leadership.tsx';
import { MuteBoard } from '#client/features/notices/mute-board.tsx';
import { Pledges } from '#client/features/pledges/pledges.tsx';
import { TestBadge } from '#client/features/rooms/room-badge.tsx';
import { Rooms } from '#client/features/rooms/rooms.tsx';
import { TestRooms } from '#client/features/rooms/test-rooms.tsx';
import { Bigger } from '#client/features/system-asks/bigger.tsx';
import { smallerWays } from './smaller-ways.tsx';

/** One initiative: its live board, with what other features put there. */
export function InitiativePage() {
  const { id, section } = useParams<{ id: string; section?: string }>();
  return <Composed key={id} id={id} section={section} />;
}

function Composed({ id, section }: { id: string; section: string | undefined }) {
  const under = useCallback((card: BoardElement) => <UnderCard initiativeId={id} card={card} />, [id]);
  const badge = useCallback((card: BoardElement) => card.kind === 'test-of-change' && <TestBadge initiativeId={id} elementId={card.id} />, [id]);
  const { saidYes, onInvite, dialog } = useCardPeople(id);
  const slots = useMemo<BoardSlots>(
    () => ({
      head: <InitiativeHead id={id} purpose="left-out" more={<MoreOfHead id={id} />} />,
      people: <TeamSeats id={id} frame="bare" />,
      sponsors: (
        <>
          <Endorsements initiativeId={id} />
          <Rooms initiativeId={id} FindPerson={FindPerson} />
          <Pledges initiativeId={id} />
        </>
      ),
      under,
      badge,
      othersPast: (kind, besides) => <FreedBefore kind={kind} besides={besides} />,
      bigger: (card, how) => <Bigger initiativeId={id} card={card} climbing={how === 'climbing'} />,
      saidYes,
      onInvite,
    }),
    [id, under, badge, saidYes, onInvite],
  );
  return (
    <SmallerWaysContext value={smallerWays}>
      <BoardPage id={id} section={section} slots={slots} />
      {dialog}
    </SmallerWaysContext>
  );
}

function MoreOfHead({ id }: { id: string }) {
  return (
    <>
      <ToLeadership initiativeId={id} />
      <MuteBoard id={id} />
    </>
  );
}

/** What belongs under a card: a blocker's asks, a test's cover, a decision's answers. */
function UnderCard({ initiativeId, card }: { initiativeId: string; card: BoardElement }) {
  const about = { initiativeId, elementId: card.id, settled: livelinessOf(card) === 'settled' };
  if (card.kind === 'blocker') return <AskPanel {...about} />;
  if (card.kind === 'test-of-change') return <TestRooms {...about} title={card.values.title} FindPerson={FindPerson} />;
  if (card.kind === 'decision') return <DecisionPanel {...about} words={card.values} />;
  return null;
}
