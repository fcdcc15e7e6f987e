import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type SectionId, sections } from '#shared/elements/kind.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { OpenBoardContext } from '#client/board/board-context.ts';
import { fetchEditor } from '#client/board/purpose/purpose.tsx';
import { type BoardLine, LiveBoard } from '#client/board/live-board.tsx';
import { type CardSurroundings, SurroundingsContext } from '#client/elements/card-context.ts';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { ActivityDialog } from './activity-dialog.tsx';
import { BoardBar } from './board-bar.tsx';
import { BoardContent } from './board-content.tsx';
import { BoardNotices } from './board-notices.tsx';
import type { SectionSlots } from './board-sections.tsx';
import css from './board.module.css';
import { MovedStrip } from './moved-strip.tsx';
import { SectionRail, SectionSwitcher } from './section-ways.tsx';
import { SignedOut, SignInToRead, useSignedOut } from './signed-out.tsx';
import { TakeAway } from './take-away.tsx';
import { useAttribution } from './use-board-answers.ts';
import { useGoing } from './use-going.ts';
import { useShown } from './use-shown.ts';
import { WaitingBoard } from './waiting-board.tsx';

/** What other features put on the board's page. */
export interface BoardSlots extends SectionSlots {
  readonly under: CardSurroundings['under'];
  readonly badge: CardSurroundings['badge'];
  readonly othersPast: CardSurroundings['othersPast'];
  readonly bigger: CardSurroundings['bigger'];
  readonly saidYes: CardSurroundings['saidYes'];
  readonly onInvite: CardSurroundings['onInvite'];
}

export interface BoardPageProps {
  id: string;
  /** From the address; anything else than a section is the beginning of the board. */
  section: string | undefined;
  slots: BoardSlots;
}

/** The live page of an initiative. */
export function BoardPage({ id, section, slots }: BoardPageProps) {
  const out = useSignedOut();
  const head = useQuery(api.initiatives.read.queryOptions({ input: { id } }));
  const problem = head.error === null || head.data !== undefined ? null : problemFrom(head.error);
  // Without a line the board is opened from what this device has kept of it.
  if (problem !== null && problem.code !== 'unavailable') {
    return (
      <Page title={say('shell.title-board')}>
        {problem.code === 'not-signed-in' ? <NotIn out={out} /> : <ProblemNotice problem={problem} onRetry={() => void head.refetch()} />}
      </Page>
    );
  }
  return (
    <Page
      title={head.data?.title ?? say('shell.title-board')}
      width="full"
      back={{ to: addresses.initiatives(), label: say('shell.to-initiatives') }}
    >
      <Surroundings id={id} slots={slots}>
        <Board id={id} current={sections.find((one) => one === section) ?? null} slots={slots} purpose={head.data?.purpose ?? null} out={out} />
      </Surroundings>
    </Page>
  );
}

/** Who is here is asked at the same moment as the board: nothing is said of it before it is known. */
function NotIn({ out }: { out: string | null }) {
  const { pending } = useMe();
  if (pending) return <Loading what={say('board.loading')} lines={5} />;
  return out === null ? <SignInToRead /> : <SignedOut personId={out} />;
}

interface BoardProps {
  id: string;
  current: SectionId | null;
  slots: BoardSlots;
  /** As the server last read it. */
  purpose: string | null;
  /** Whose page this was, once they are signed out. */
  out: string | null;
}

/** Opened once it is known who looks: a document on this device belongs to a person. */
function Board({ id, current, slots, purpose, out }: BoardProps) {
  const { person, pending } = useMe();
  const shown = useShown(current);
  const writes = useCan('board.edit', { initiativeId: id }).ok;
  useEffect(() => {
    if (writes) fetchEditor();
  }, [writes]);
  if (pending) return <Loading what={say('board.loading')} lines={5} />;
  return (
    <LiveBoard
      boardId={id}
      personId={person?.id ?? null}
      frame={(line, content) => (
        <BoardFrame id={id} line={line} current={current} shown={shown} out={out}>
          {content}
        </BoardFrame>
      )}
      waiting={<WaitingBoard purpose={purpose} head={slots.head} />}
    >
      <BoardContent current={current} shown={shown} slots={slots} />
    </LiveBoard>
  );
}

/** What cards are told by the page: which one is being written in, who wrote them, what belongs under them. */
function Surroundings({
  id,
  slots: { under, badge, othersPast, bigger, saidYes, onInvite },
  children,
}: {
  id: string;
  slots: BoardSlots;
  children: ReactNode;
}) {
  const [openId, open] = useState<string | null>(null);
  const attributionOf = useAttribution(id);
  const value = useMemo<CardSurroundings>(
    () => ({
      openId,
      open,
      attributionOf,
      under: (card: BoardElement) => under(card),
      badge,
      othersPast,
      bigger,
      saidYes,
      onInvite,
      sparkAddress: addresses.spark,
    }),
    [openId, attributionOf, under, badge, othersPast, bigger, saidYes, onInvite],
  );
  return <SurroundingsContext value={value}>{children}</SurroundingsContext>;
}

interface BoardFrameProps {
  id: string;
  line: BoardLine;
  current: SectionId | null;
  /** The one section on the screen; null when all of them are. */
  shown: SectionId | null;
  out: string | null;
  children: ReactNode;
}

/** Around the board's content: what stays in sight, what has to be said first, the ways to the sections. */
function BoardFrame({ id, line, current, shown, out, children }: BoardFrameProps) {
  const [activity, setActivity] = useState(false);
  const open = useContext(OpenBoardContext);
  const go = useGoing(id, open, shown);
  const nothing = line.status.closed !== null && !line.status.loaded;
  return (
    <div className={css['board']} data-wide={shown === null}>
      <BoardBar
        line={line}
        wide={shown === null}
        ways={shown !== null && <SectionSwitcher id={id} current={shown} />}
        onActivity={() => setActivity(true)}
      />
      <BoardNotices id={id} line={line} out={out} />
      <MovedStrip id={id} onAll={() => setActivity(true)} onGo={go} />
      {!nothing && (
        <div className={css['spread']}>
          {shown === null && <SectionRail id={id} current={current} />}
          <div className={css['sheet']}>{children}</div>
        </div>
      )}
      {(shown === null || shown === 'purpose') && <TakeAway id={id} />}
      {activity && <ActivityDialog id={id} onClose={() => setActivity(false)} onGo={go} />}
    </div>
  );
}
