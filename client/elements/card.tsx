import { memo, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { VisuallyHidden } from '@mantine/core';
import { setState } from '#shared/board/board-doc.ts';
import { titled } from '#shared/elements/kind.ts';
import { type BoardElement, kindNamed, livelinessOf } from '#shared/elements/registry.ts';
import { choiceWord, kindWord } from '#shared/elements/wording.ts';
import { problemOf } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { useHere, useOpenBoard } from '#client/board/board-context.ts';
import { peopleOf } from '#client/board/present.ts';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Faces } from '#client/ui/face.tsx';
import { problemSentence } from '#client/ui/problem-sentences.ts';
import { useSurroundings } from './card-context.ts';
import { CardFoot } from './card-foot.tsx';
import { CardForm } from './card-form.tsx';
import { CardRead } from './card-read.tsx';
import css from './card.module.css';
import { flavourOf } from './fields-of.ts';
import { specialFor } from './special.ts';
import { StateChip } from './state-chip.tsx';

export interface BoardCardProps {
  card: BoardElement;
  /** The section has several kinds, so the card says which it is. */
  showKind: boolean;
  index: number;
  count: number;
  onMove: (cardId: string, to: number) => void;
  handle?: ReactNode;
}

/** One card of the board: a page to read, or, for whoever opens it, a page to write in. */
export const BoardCard = memo(function BoardCard({ card, showKind, index, count, onMove, handle }: BoardCardProps) {
  const { openId, under, badge, saidYes } = useSurroundings();
  const { where } = useOpenBoard();
  const { change, question, missing } = useStateChange(card);
  const titleId = useId();
  const kind = kindNamed(card.kind);
  const isOpen = openId === card.id;
  const article = useFocusGivenBack(isOpen);
  if (kind === null) return null;
  const { Lead, Under } = specialFor(card.kind);
  const title = titled(card.values.title, say);
  const heading = (
    <h3 id={titleId} className={css['title']} data-untitled={card.values.title.trim() === ''}>
      {title}
    </h3>
  );
  return (
    <article
      ref={article}
      id={`card-${card.id}`}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={css['card']}
      data-live={livelinessOf(card)}
      data-open={isOpen}
      onFocusCapture={() => where(kind.section, card.id)}
    >
      <div className={css['meta']}>
        {showKind && <span className={css['kind']}>{kindWord(kind.name)}</span>}
        <StateChip card={card} kind={kind} title={title} onChange={change} />
        <Flavour card={card} name={flavourOf(kind)} />
        {Lead && <Lead card={card} />}
        {badge(card)}
        <InThisCard cardId={card.id} />
      </div>
      {isOpen ? <VisuallyHidden>{heading}</VisuallyHidden> : heading}
      {isOpen ? <CardForm card={card} kind={kind} missing={missing} /> : <CardRead card={card} kind={kind} />}
      {Under ? <Under card={card} /> : under(card)}
      {saidYes(card)}
      <CardFoot card={card} title={title} index={index} count={count} onMove={(to) => onMove(card.id, to)} isOpen={isOpen} handle={handle} />
      {question}
    </article>
  );
});

/** Puts the card in another state; some states ask something first. */
function useStateChange(card: BoardElement) {
  const { doc, undo } = useOpenBoard();
  const { open } = useSurroundings();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<string | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const Question = asking === null ? undefined : specialFor(card.kind).before?.[asking];
  function change(state: string) {
    if (specialFor(card.kind).before?.[state] !== undefined) return setAsking(state);
    try {
      undo.step();
      setState(doc, card.id, state);
      setMissing([]);
    } catch (thrown) {
      const problem = problemOf(thrown);
      setMissing((problem.fields ?? []).map(({ field }) => field));
      open(card.id);
      announce(problemSentence(problem), 'assertive');
    }
  }
  return { change, missing, question: Question && <Question card={card} onDone={() => setAsking(null)} /> };
}

/** When somebody has finished writing, the focus stays with the card they wrote in. */
function useFocusGivenBack(isOpen: boolean) {
  const article = useRef<HTMLElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && !document.activeElement?.closest('article, dialog')) article.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);
  return article;
}

function Flavour({ card, name }: { card: BoardElement; name: string | null }) {
  const values: Readonly<Record<string, unknown>> = card.values;
  const value = name === null ? null : values[name];
  if (name === null || typeof value !== 'string') return null;
  return <span className={css['tag']}>{choiceWord(card.kind, name, value)}</span>;
}

/** Others who are in this very card now. */
function InThisCard({ cardId }: { cardId: string }) {
  const people = peopleOf(useHere().filter((one) => one.elementId === cardId));
  if (people.length === 0) return null;
  return (
    <span className={css['here']}>
      <Faces people={people} max={3} label={say('board.in-this-card')} />
    </span>
  );
}
