// Character trigrams: how alike two spellings are.

/** The set of three-letter pieces of a text, with a space at both ends so that beginnings and ends count. */
export function trigramsOf(text: string): Set<string> {
  const padded = ` ${text} `;
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) pieces.add(padded.slice(at, at + 3));
  return pieces;
}

/** Dice's coefficient of two sets, 0 (nothing shared) to 1 (the same): 2|A∩B| / (|A|+|B|) (Dice 1945). */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const piece of small) if (large.has(piece)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
