/** The sponsor's page in one sentence: what waits, what is due, what ends. */
import type { Ask } from '#shared/features/asks/model.ts';
import type { Pledge } from '#shared/features/pledges/model.ts';
import type { Room } from '#shared/features/rooms/model.ts';
import { standOf } from '#shared/features/rooms/states.ts';
import { daysBetween } from '#shared/lib/clock.ts';
import { daysUntil, hasPassed } from '#shared/lib/days.ts';
import { say } from '#shared/words/say.ts';
import { calendarDay } from '#client/ui/dates.ts';

export interface SponsorLists {
  readonly asks: readonly Pick<Ask, 'answer' | 'at'>[];
  readonly pledges: readonly Pick<Pledge, 'state' | 'until'>[];
  readonly rooms: readonly Pick<Room, 'state' | 'words' | 'covered' | 'asked'>[];
}

/** What is due later than this many days is not news yet. */
const soonDays = 14;

/** One sentence; null when nothing waits, is due or ends. */
export function sponsorSummary(lists: SponsorLists, now: Date): string | null {
  const parts = [...waiting(lists, now), ...pledgesDue(lists, now), ...roomsEnding(lists, now)];
  return parts.length === 0 ? null : `${parts.join('; ')}.`;
}

/** Asks, and rooms asked for: both are somebody's wait. */
function waiting({ asks, rooms }: SponsorLists, now: Date): string[] {
  const open = asks.filter((ask) => ask.answer === null).map((ask) => ask.at);
  const cover = rooms.flatMap((room) => (room.state === 'asked' && room.asked !== null ? [room.asked.at] : []));
  const since = [...open, ...cover].toSorted()[0];
  if (since === undefined) return [];
  const days = daysBetween(new Date(since), now);
  const age = days === 0 ? say('sponsor.sum-today') : say('sponsor.sum-days', { count: days });
  return [say('sponsor.sum-asks', { count: open.length + cover.length, age })];
}

function pledgesDue({ pledges }: SponsorLists, now: Date): string[] {
  const days = pledges.flatMap(({ state, until }) => (state === 'given' && until !== null ? [until] : [])).toSorted();
  const late = days.filter((day) => hasPassed(day, now));
  const due = days.filter((day) => !late.includes(day) && daysUntil(day, now) <= soonDays);
  return [
    ...(late.length === 0 ? [] : [say('sponsor.sum-late', { count: late.length })]),
    ...(due[0] === undefined ? [] : [say('sponsor.sum-due', { count: due.length, when: whenOf(due[0], now) })]),
  ];
}

function roomsEnding({ rooms }: SponsorLists, now: Date): string[] {
  const ends = rooms
    .flatMap(({ state, words, covered }) =>
      words !== null && standOf({ state, until: words.until, covered }, now) === 'covers' ? [words.until] : [],
    )
    .filter((day) => daysUntil(day, now) <= soonDays)
    .toSorted();
  return ends[0] === undefined ? [] : [say('sponsor.sum-ends', { count: ends.length, when: whenOf(ends[0], now) })];
}

/** "today", "tomorrow", "on Friday" within a week, and then "on 12 May 2027". */
function whenOf(day: string, now: Date): string {
  const days = daysUntil(day, now);
  if (days <= 0) return say('sponsor.sum-when-today');
  if (days === 1) return say('sponsor.sum-when-tomorrow');
  return say('sponsor.sum-when-on', { day: days < 7 ? weekday(day) : calendarDay(day) });
}

function weekday(day: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang || 'en-GB', { weekday: 'long' }).format(new Date(`${day}T12:00`));
}
