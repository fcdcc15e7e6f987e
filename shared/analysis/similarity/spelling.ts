// The words an index knows, findable by three-letter pieces: help with typing errors and with a last word that is still being typed.
import { trigramsOf } from './trigrams.ts';

export interface NearTerm {
  readonly term: string;
  /** Dice's coefficient of the trigrams, 0 to 1. */
  readonly alike: number;
}

const leastAlike = 0.45;
const mostNear = 3;

export function addTermSpelling(termsByTrigram: Map<string, Set<string>>, term: string): void {
  for (const piece of trigramsOf(term)) {
    const terms = termsByTrigram.get(piece);
    if (terms === undefined) termsByTrigram.set(piece, new Set([term]));
    else terms.add(term);
  }
}

export function removeTermSpelling(termsByTrigram: Map<string, Set<string>>, term: string): void {
  for (const piece of trigramsOf(term)) {
    const terms = termsByTrigram.get(piece);
    terms?.delete(term);
    if (terms?.size === 0) termsByTrigram.delete(piece);
  }
}

/** Known terms spelled like an unknown one, nearest first, at most three. */
export function nearTerms(termsByTrigram: ReadonlyMap<string, ReadonlySet<string>>, unknown: string): NearTerm[] {
  const pieces = trigramsOf(unknown);
  const sharedPieces = new Map<string, number>();
  for (const piece of pieces) {
    for (const term of termsByTrigram.get(piece) ?? []) sharedPieces.set(term, (sharedPieces.get(term) ?? 0) + 1);
  }
  const near: NearTerm[] = [];
  for (const [term, shared] of sharedPieces) {
    const alike = (2 * shared) / (pieces.size + trigramsOf(term).size);
    if (alike >= leastAlike) near.push({ term, alike });
  }
  return near.sort((a, b) => b.alike - a.alike || (a.term < b.term ? -1 : 1)).slice(0, mostNear);
}
