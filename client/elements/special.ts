/** Kinds whose cards do more than the general one: a short list to read. Every other kind needs nothing here. */
import type { ComponentType } from 'react';
import type { BoardElement } from '#shared/elements/registry.ts';
import { blockerCard } from './blocker/special.ts';
import { decisionCard } from './decision/special.ts';
import { testCard } from './test-of-change/special.ts';

export interface SpecialCard {
  /** Beside the state: what makes a card of this kind alive. */
  readonly Lead?: ComponentType<{ card: BoardElement }>;
  /** Below the card: what can be done about it. */
  readonly Under?: ComponentType<{ card: BoardElement }>;
  /** Fields that say nothing yet, or are shown elsewhere. */
  readonly hides?: (card: BoardElement, how: 'read' | 'write') => readonly string[];
  /** Fields that are read first, because of how the card stands. */
  readonly leads?: (card: BoardElement) => readonly string[];
  /** Asked before a card goes into a state; `onDone` ends the question. */
  readonly before?: Readonly<Record<string, ComponentType<{ card: BoardElement; onDone: () => void }>>>;
  /** How a new one is added. */
  readonly Adding?: ComponentType<{ onDone: () => void }>;
}

const special: ReadonlyMap<string, SpecialCard> = new Map<string, SpecialCard>([
  ['blocker', blockerCard],
  ['decision', decisionCard],
  ['test-of-change', testCard],
]);

const plain: SpecialCard = {};

export function specialFor(kind: string): SpecialCard {
  return special.get(kind) ?? plain;
}
