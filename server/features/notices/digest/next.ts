/** When somebody's next digest is due: at their hour, where they are; weekly ones on Mondays. */
import { dayMs } from '#shared/lib/clock.ts';
import type { Wishes } from '../wishes/usual.ts';

/** Every time zone there is lies a whole number of quarter hours from UTC. */
const stepMs = 15 * 60_000;

/** Later than `after`; null for somebody who wants none. */
export function nextDigest(after: Date, { digest, hour, timeZone }: Wishes): Date | null {
  if (digest === 'never') return null;
  const local = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const wanted = `${String(hour).padStart(2, '0')}:00`;
  let at = (Math.floor(after.getTime() / stepMs) + 1) * stepMs;
  for (const last = at + 9 * dayMs; at < last; at += stepMs) {
    const said = local.format(at);
    if (said.endsWith(wanted) && (digest === 'daily' || said.startsWith('Mon'))) return new Date(at);
  }
  // An hour that a change of the clocks leaves out: the same hour a day later.
  return new Date(after.getTime() + (digest === 'daily' ? dayMs : 7 * dayMs));
}
