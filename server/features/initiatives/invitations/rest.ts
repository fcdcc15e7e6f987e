/** Whether somebody may be invited (again): a "not now" is respected. */
import { type InvitationAnswer, restDays } from '#shared/features/initiatives/model.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';

/** What counts of one earlier invitation of the same person by the same people. */
export interface Earlier {
  /** It was about the very thing they would be invited to now. */
  readonly sameThing: boolean;
  readonly answer: InvitationAnswer | null;
  readonly askAfter: string | null;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/**
 * "Not now" and "ask me after" are about time, so they hold for whatever the same people would ask; an invitation that waits, and "not me", are
 * about one thing. Taking an invitation back does not shorten anybody's rest, so withdrawn ones count too once they were answered.
 * @throws Problem conflict, with the reason and until when
 */
export function letRest(earlier: readonly Earlier[], now: Date): void {
  for (const one of earlier) {
    if (one.answeredAt === null) {
      if (one.withdrawnAt === null && one.sameThing) throw new Problem('conflict', 'initiatives.invited-already');
      continue;
    }
    if (one.answer === 'ask-after' && one.askAfter !== null && one.askAfter >= dayOf(now))
      throw new Problem('conflict', 'initiatives.asked-for-later', { values: { day: one.askAfter } });
    const until = new Date(one.answeredAt.getTime() + restDays * dayMs);
    if ((one.answer === 'not-now' || (one.answer === 'not-me' && one.sameThing)) && until > now)
      throw new Problem('conflict', `initiatives.resting-${one.answer}`, { values: { day: dayOf(until) } });
  }
}

/** The calendar day of an instant, as 2027-06-12. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
