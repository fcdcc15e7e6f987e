/** A share of 0 to 1 as "45%": for sentences, and as a length. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
