/**
 * How long it takes until something happens, when for some of it nothing has happened yet. Leaving those out would make every wait look
 * shorter than it is; counting them as over would too. Here they count for as long as they have lasted.
 *
 * E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American Statistical Association 53,
 * 1958, pages 457 to 481: the product-limit estimate.
 */

/** One wait, in any unit. Not ended: it had lasted so long when it was last seen (censored). */
export interface Wait {
  readonly length: number;
  readonly ended: boolean;
}

/** From this length on, this share of waits is not over. */
export interface Step {
  readonly length: number;
  readonly share: number;
}

/**
 * S(t) = product over the lengths t(i) <= t at which waits ended of (1 - d(i) / n(i)): d(i) ended at t(i); n(i) had lasted so long, among
 * them those that were last seen at just that length.
 * @returns a step for each length at which one ended, the shortest first
 */
export function stillWaiting(waits: readonly Wait[]): Step[] {
  const sorted = waits.toSorted((a, b) => a.length - b.length);
  const steps: Step[] = [];
  let share = 1;
  for (let at = 0; at < sorted.length;) {
    const length = sorted[at]?.length ?? 0;
    const same = sorted.slice(at).findIndex((wait) => wait.length !== length);
    const next = same === -1 ? sorted.length : at + same;
    const ended = sorted.slice(at, next).filter((wait) => wait.ended).length;
    if (ended > 0) {
      share *= 1 - ended / (sorted.length - at);
      steps.push({ length, share });
    }
    at = next;
  }
  return steps;
}

/** The shortest length within which half of the waits are over: the least t with S(t) <= 1/2. @returns null while no length is that long */
export function medianWait(waits: readonly Wait[]): number | null {
  return stillWaiting(waits).find((step) => step.share <= half)?.length ?? null;
}

/** A product of fractions that is one half on paper may come out a hair above it. */
const half = 0.5 + 1e-9;
