/** What cards get from the page they stand on: which one is being written in, what belongs under them, who wrote them. */
import { createContext, type ReactNode, useContext } from 'react';
import type { BoardElement } from '#shared/elements/registry.ts';

/** Who added a card and who changed it last, as they show; null for the server itself. */
export interface Attribution {
  readonly addedBy: string | null;
  readonly addedAt: string;
  readonly changedBy: string | null;
  readonly changedAt: string;
}

export interface CardSurroundings {
  /** The card being written in; one at a time. */
  readonly openId: string | null;
  readonly open: (id: string | null) => void;
  readonly attributionOf: (id: string) => Attribution | null;
  /** What other features put under a card: the asks of a blocker. */
  readonly under: (card: BoardElement) => ReactNode;
  /** What other features say beside a card's state: whether somebody covers a test. */
  readonly badge: (card: BoardElement) => ReactNode;
  /** How others got past a blocker of a kind. */
  readonly othersPast: (kind: string | null, besides: string) => ReactNode;
  /** The system asks a blocker stands in; for those who climb the ladder, with a way to raise or join one. */
  readonly bigger: (card: BoardElement, how: 'shown' | 'climbing') => ReactNode;
  /** Who said yes to a card. */
  readonly saidYes: (card: BoardElement) => ReactNode;
  /** Invites somebody to a card; null for those who may not. */
  readonly onInvite: ((card: BoardElement) => void) | null;
  readonly sparkAddress: (sparkId: string) => string;
}

export const SurroundingsContext = createContext<CardSurroundings>({
  openId: null,
  open: () => undefined,
  attributionOf: () => null,
  under: () => null,
  badge: () => null,
  othersPast: () => null,
  bigger: () => null,
  saidYes: () => null,
  onInvite: null,
  sparkAddress: () => '',
});

export function useSurroundings(): CardSurroundings {
  return useContext(SurroundingsContext);
}
