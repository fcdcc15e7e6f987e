/** Initials and a colour for a face, the same on every screen. */

/** The first letter of the first and of the last word, at most two. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => (word === undefined ? '' : firstLetter(word)))
    .join('')
    .toLocaleUpperCase();
}

/** A hue between 0 and 359 that depends only on the id. */
export function hueOf(id: string): number {
  let sum = 7;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) % 36_000;
  return Math.floor(sum / 1000) * 10;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstLetter(word: string): string {
  const start = word.search(/[\p{L}\p{N}]/u);
  for (const { segment } of letters.segment(word.slice(start))) return segment;
  return '';
}
