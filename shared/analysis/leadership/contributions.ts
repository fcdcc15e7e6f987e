/** What each person of a team did, counted: one number a person, silent people among them with 0. Order does not matter. */
export type Contributions = readonly number[];

/** The sum of what was done. @throws Error when a count is below 0 or no number */
export function total(counts: Contributions): number {
  return counts.reduce((sum, count) => {
    if (!(count >= 0) || !Number.isFinite(count)) throw new Error(`a contribution is 0 or more: ${count}`);
    return sum + count;
  }, 0);
}

/** How many did anything at all. */
export function activeCount(counts: Contributions): number {
  return counts.filter((count) => count > 0).length;
}
