import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical } from 'lucide-react';
import { memo } from 'react';
import { titled } from '#shared/elements/kind.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { say } from '#shared/words/say.ts';
import { BoardCard } from '#client/elements/card.tsx';
import css from './board.module.css';

export interface SortableCardsProps {
  cards: readonly BoardElement[];
  label: string;
  showKind: boolean;
  /** Puts a card at another place of this list. */
  onMove: (cardId: string, to: number) => void;
}

/** Cards one can put in another order: by dragging, or with the keyboard on the same handle. Each card has buttons for it as well. */
export function SortableCards({ cards, label, showKind, onMove }: SortableCardsProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = cards.map(({ id }) => id);
  function drop({ active, over }: DragEndEvent) {
    if (over === null || active.id === over.id) return;
    onMove(String(active.id), ids.indexOf(String(over.id)));
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements: announcementsOf(cards), screenReaderInstructions: { draggable: say('board.hold-how') } }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ul className={css['cards']} aria-label={label}>
          {cards.map((card, index) => (
            <SortableCard key={card.id} card={card} index={index} count={cards.length} showKind={showKind} onMove={onMove} />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

interface SortableCardProps {
  card: BoardElement;
  index: number;
  count: number;
  showKind: boolean;
  onMove: (cardId: string, to: number) => void;
}

const SortableCard = memo(function SortableCard({ card, index, count, showKind, onMove }: SortableCardProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: card.id });
  const handle = count > 1 && (
    <button
      ref={setActivatorNodeRef}
      type="button"
      {...attributes}
      {...listeners}
      aria-label={say('board.hold', { title: titled(card.values.title, say) })}
      className={css['grip']}
    >
      <GripVertical size={18} aria-hidden />
    </button>
  );
  return (
    <li ref={setNodeRef} className={css['sortable']} data-dragging={isDragging} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <BoardCard card={card} showKind={showKind} index={index} count={count} onMove={onMove} handle={handle} />
    </li>
  );
});

/** What somebody who listens hears while a card is on its way. */
function announcementsOf(cards: readonly BoardElement[]) {
  const count = cards.length;
  const find = (id: UniqueIdentifier) => cards.findIndex((card) => card.id === id);
  const title = (id: UniqueIdentifier) => titled(cards[find(id)]?.values.title ?? '', say);
  return {
    onDragStart: ({ active }: { active: { id: UniqueIdentifier } }) =>
      say('board.drag-taken', { title: title(active.id), place: find(active.id) + 1, count }),
    onDragOver: ({ active, over }: { active: { id: UniqueIdentifier }; over: { id: UniqueIdentifier } | null }) =>
      over === null ? undefined : say('board.drag-over', { title: title(active.id), place: find(over.id) + 1, count }),
    onDragEnd: ({ active, over }: { active: { id: UniqueIdentifier }; over: { id: UniqueIdentifier } | null }) =>
      over === null
        ? say('board.drag-left', { title: title(active.id) })
        : say('shell.moved', { what: title(active.id), place: find(over.id) + 1, count }),
    onDragCancel: ({ active }: { active: { id: UniqueIdentifier } }) => say('board.drag-left', { title: title(active.id) }),
  };
}
