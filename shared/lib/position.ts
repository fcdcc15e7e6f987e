/** Fractional positions: strings that sort by code unit and always leave room between two neighbours. */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const positionPattern = /^[0-9A-Za-z]{0,200}[1-9A-Za-z]$/;

/**
 * A position strictly between two others; `null` stands for before the first or after the last.
 * Positions read as base-62 fractions after "0."; none ends in "0", so something always fits below.
 * @throws RangeError when the pair is out of order
 */
export function positionBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after) throw new RangeError(`positions out of order: ${before} >= ${after}`);
  return middle(before ?? '', after);
}

/** `count` positions in order between two others. */
export function positionsBetween(before: string | null, after: string | null, count: number): string[] {
  const made: string[] = [];
  let last = before;
  for (let i = 0; i < count; i++) {
    last = positionBetween(last, after);
    made.push(last);
  }
  return made;
}

function middle(low: string, high: string | null): string {
  if (high !== null) {
    let shared = 0;
    while ((low[shared] ?? '0') === high[shared]) shared++;
    if (shared > 0) return high.slice(0, shared) + middle(low.slice(shared), high.slice(shared));
  }
  const from = low === '' ? 0 : digits.indexOf(low.charAt(0));
  const to = high === null ? digits.length : digits.indexOf(high.charAt(0));
  if (to - from > 1) return digits.charAt(step(low, high, from, to));
  if (high !== null && high.length > 1) return high.slice(0, 1);
  return digits.charAt(from) + middle(low.slice(1), null);
}

/** At the ends positions move by one digit, so that a list that only grows at an end stays short; between two neighbours they halve. */
function step(low: string, high: string | null, from: number, to: number): number {
  if (low === '' && high === null) return digits.length / 2;
  if (high === null) return from + 1;
  if (low === '') return to - 1;
  return Math.round((from + to) / 2);
}
