/** Calendar days, written as 2027-06-12. */

const hourMs = 3_600_000;

/** Whether a day is over everywhere: a day ends last at 12 hours behind UTC. */
export function hasPassed(day: string, now: Date): boolean {
  return now.getTime() >= Date.parse(`${day}T00:00:00Z`) + 36 * hourMs;
}

/** The latest day that is over everywhere. */
export function latestPassed(now: Date): string {
  return new Date(now.getTime() - 36 * hourMs).toISOString().slice(0, 10);
}

/** Whole days from today to a day; 0 for today, below 0 when it has passed. */
export function daysUntil(day: string, now: Date): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`)) / (24 * hourMs));
}
