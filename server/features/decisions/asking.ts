import type { Asking } from '#shared/features/decisions/counted.ts';
import { proposalHash } from '#shared/features/decisions/proposal.ts';
import { hasPassed } from '#shared/lib/days.ts';
import type { KnownDecision } from './store.ts';

/** What decides which answers count and how it can end. Once it has ended, those who were asked then stay those who were asked. */
export function askingOf(row: KnownDecision, writers: readonly string[], now: Date): Asking {
  const { version, words, said } = row;
  return { version, putBy: words.putBy, asked: row.asked ?? writers, said, dayPassed: hasPassed(words.byWhen, now), moved: cardMoved(row) };
}

/** The card no longer says what was put. */
export function cardMoved({ card, words }: KnownDecision): boolean {
  return card === null || proposalHash(card) !== words.wordsHash;
}
