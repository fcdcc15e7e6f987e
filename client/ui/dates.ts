/** Days and moments in words, in the language of the page. */

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const language = () => document.documentElement.lang || 'en-GB';

/** "3 hours ago", "in 2 days"; less than a minute is "now". */
export function ago(at: Date | string, now: Date): string {
  const seconds = (new Date(at).getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  for (const [unit, size] of steps) if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  return format.format(0, 'second');
}

/** "12 June 2027". */
export function day(at: Date | string): string {
  return new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));
}

/** A day without a time, given as 2027-06-12: "12 June 2027" wherever the device is. */
export function calendarDay(at: string): string {
  return day(`${at}T12:00`);
}

/** "12 June 2027 at 14:05". */
export function moment(at: Date | string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
}
