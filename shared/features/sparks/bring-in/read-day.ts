const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dutchMonths: ReadonlyMap<string, string> = new Map([
  ['maa', 'mar'],
  ['mrt', 'mar'],
  ['mei', 'may'],
  ['okt', 'oct'],
]);
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].{0,40})?$/;
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .{0,40})?$/;
const inWords = /^(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,12})\.? (\d{4})$/u;

/** A calendar day as YYYY-MM-DD from the ways people write it, the day before the month; null when it is none. */
export function readDay(written: string): string | null {
  const text = written.trim();
  const first = yearFirst.exec(text);
  if (first) return day(Number(first[1]), Number(first[2]), Number(first[3]));
  const second = dayFirst.exec(text);
  if (second) return day(Number(second[3]), Number(second[2]), Number(second[1]));
  const third = inWords.exec(text);
  return third ? day(Number(third[3]), monthOf(third[2] ?? ''), Number(third[1])) : null;
}

function monthOf(name: string): number {
  const short = name.toLowerCase().slice(0, 3);
  return months.indexOf(dutchMonths.get(short) ?? short) + 1;
}

function day(year: number, month: number, date: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, date));
  const exists = year >= 1900 && made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return exists ? made.toISOString().slice(0, 10) : null;
}
