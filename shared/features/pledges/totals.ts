/** Counts of pledges by kind: pure, so that the sums can be shown to add up. */
import { type PledgeEnd, type PledgeKind, pledgeKinds } from './kinds.ts';
import type { PledgeTotal } from './model.ts';

export interface PledgeCount {
  readonly kind: PledgeKind;
  readonly state: 'given' | PledgeEnd;
  readonly count: number;
}

/** One line a kind that was ever pledged, in the order forms show them. */
export function pledgeTotals(counts: readonly PledgeCount[]): PledgeTotal[] {
  return pledgeKinds.map((kind) => totalOf(kind, counts)).filter((total) => total.given > 0);
}

/** All kinds together. */
export function sumOf(totals: readonly PledgeTotal[]): Omit<PledgeTotal, 'kind'> {
  const sum = { given: 0, kept: 0, changed: 0, couldNot: 0, open: 0 };
  for (const total of totals) {
    sum.given += total.given;
    sum.kept += total.kept;
    sum.changed += total.changed;
    sum.couldNot += total.couldNot;
    sum.open += total.open;
  }
  return sum;
}

function totalOf(kind: PledgeKind, counts: readonly PledgeCount[]): PledgeTotal {
  const of = (state: PledgeCount['state']) =>
    counts.filter((one) => one.kind === kind && one.state === state).reduce((sum, one) => sum + one.count, 0);
  const ends = { kept: of('kept'), changed: of('changed'), couldNot: of('could-not'), open: of('given') };
  return { kind, given: ends.kept + ends.changed + ends.couldNot + ends.open, ...ends };
}
