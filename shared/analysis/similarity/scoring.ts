// BM25 as one pass over the posting lists of the asked terms (Robertson and Zaragoza 2009; formulas with symbols in ../README.md).
import { frequencyOfPosting, slotOfPosting, type SimilarityIndex } from './similarity-index.ts';
import { nearTerms } from './spelling.ts';

export interface AskedTerm {
  readonly term: string;
  /** q(t) * idf(t) */
  readonly weight: number;
}

export interface ScoredSlot {
  readonly slot: number;
  readonly score: number;
}

const k1 = 1.2;
const b = 0.5;
/** A new place has few sparks and no rare words yet; idf counts as if this many documents about other things were there too. */
const backgroundDocs = 500;
/** Words that are only spelled alike count for this much, and are looked up for so many unknown words at most: it bounds the time. */
const nearWeight = 0.6;
const mostUnknown = 6;
/** A score halves when only one and a half rare words of evidence are behind it: sharing one word is not being alike. */
const evidenceInRareWords = 1.5;

/** Robertson's inverse document frequency of a term that `holding` documents hold; never negative. */
export function idf(index: SimilarityIndex, holding: number): number {
  const all = index.slotOf.size + backgroundDocs;
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

/** A score from 0 to 1 for every slot of the index. */
export function scoreSlots(index: SimilarityIndex, asked: readonly AskedTerm[]): Float64Array {
  const scores = new Float64Array(index.entries.length);
  let total = 0;
  let unknown = 0;
  for (const { term, weight } of asked) {
    total += weight;
    const list = index.postings.get(term);
    if (list !== undefined) addList(index, scores, list, weight);
    else if (unknown++ < mostUnknown) addNear(index, scores, term, weight);
  }
  const evidence = evidenceInRareWords * idf(index, 0);
  return scores.map((raw) => (raw === 0 ? 0 : (raw / total) * (raw / (raw + evidence))));
}

/** The highest scores above 0, in no order. */
export function bestSlots(scores: Float64Array, many: number): ScoredSlot[] {
  const found: ScoredSlot[] = [];
  const floor = floorOfBest(scores, many);
  scores.forEach((score, slot) => {
    if (score > 0 && score >= floor) found.push({ slot, score });
  });
  return found;
}

function addNear(index: SimilarityIndex, scores: Float64Array, term: string, weight: number): void {
  for (const near of nearTerms(index.termsByTrigram, term)) {
    addList(index, scores, index.postings.get(near.term) ?? [], weight * near.alike * nearWeight);
  }
}

function addList(index: SimilarityIndex, scores: Float64Array, list: readonly number[], weight: number): void {
  const average = index.totalLength / index.slotOf.size;
  for (const posting of list) {
    const slot = slotOfPosting(posting);
    const frequency = frequencyOfPosting(posting);
    const saturation = frequency / (frequency + k1 * (1 - b + (b * (index.lengths[slot] ?? 0)) / average));
    scores[slot] = (scores[slot] ?? 0) + weight * saturation;
  }
}

/** The many-th highest score; typed arrays sort numerically and fast. */
function floorOfBest(scores: Float64Array, many: number): number {
  if (scores.length <= many) return 0;
  const sorted = scores.filter((score) => score > 0).sort();
  return sorted[Math.max(0, sorted.length - many)] ?? 0;
}
