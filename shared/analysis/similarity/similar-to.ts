// Asking the index: which documents are about the same thing as this text?
//
// BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in Information
// Retrieval 3(4), section 3; title and body joined before the saturation as in their BM25F, section 3.6):
//   idf(t)  = ln(1 + (N - n + 0.5) / (n + 0.5))             N documents, n of them with term t
//   sat(t)  = tf / (tf + k1 * (1 - b + b * |D| / avg|D|))    tf weighted frequency of t in D, |D| its weighted length
//   score   = sum over query terms of q(t) * idf(t) * sat(t) / sum of q(t) * idf(t)
// The division (ours) makes the score the share of what was asked that the document holds: 0 nothing, towards 1 everything. So one
// threshold works for short and for long texts, and words nobody wrote before pull the score down.
import { frequencyOfPosting, slotOfPosting, titleWeight, type SimilarityIndex } from './similarity-index.ts';
import { fold, termsOf } from './terms.ts';
import { dice, trigramsOf } from './trigrams.ts';

export interface Similar {
  readonly id: string;
  /** 0 to 1. */
  readonly score: number;
}

export interface SimilarOptions {
  readonly limit?: number;
  readonly exclude?: Iterable<string>;
  readonly minScore?: number;
}

export const tune = {
  k1: 1.2,
  b: 0.5,
  body: 0.25,
  terms: 32,
  candidates: 60,
  spelling: 0.15,
  likeness: 0.55,
  typo: 0.6,
  minScore: 0.2,
};

/** The documents most like a text (first line = title), best first; nothing when nothing is alike. */
export function similarTo(index: SimilarityIndex, text: string, options: SimilarOptions = {}): Similar[] {
  const { limit = 3, exclude = [], minScore = tune.minScore } = options;
  const asked = weightedTerms(index, text);
  const scores = scoreDocs(index, asked);
  const hidden = new Set(exclude);
  const title = trigramsOf(fold(text.split('\n', 1)[0] ?? ''));
  return best(scores, tune.candidates + hidden.size)
    .flatMap(([slot, score]) => {
      const entry = index.entries[slot];
      if (entry === undefined || hidden.has(entry.id)) return [];
      const alike = dice(title, trigramsOf(entry.title));
      return [{ id: entry.id, score: score * (1 - tune.spelling) + alike * tune.spelling }];
    })
    .filter((found) => found.score >= minScore)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

interface AskedTerm {
  readonly term: string;
  readonly weight: number;
}

function weightedTerms(index: SimilarityIndex, text: string): AskedTerm[] {
  const cut = text.indexOf('\n');
  const title = cut < 0 ? text : text.slice(0, cut);
  const body = cut < 0 ? '' : text.slice(cut);
  const counts = new Map<string, number>();
  for (const term of termsOf(title)) counts.set(term, Math.max(counts.get(term) ?? 0, 1));
  for (const term of termsOf(body)) counts.set(term, (counts.get(term) ?? 0) + tune.body);
  return [...counts]
    .map(([term, count]) => ({ term, weight: Math.min(count, 2) * idf(index, index.postings.get(term)?.length ?? 0) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, tune.terms);
}

function idf(index: SimilarityIndex, holding: number): number {
  const all = index.slotOf.size;
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

function scoreDocs(index: SimilarityIndex, asked: readonly AskedTerm[]): Float64Array {
  const scores = new Float64Array(index.entries.length);
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return scores;
  const average = index.totalLength / Math.max(1, index.slotOf.size);
  for (const { term, weight } of asked) {
    const list = index.postings.get(term);
    if (list !== undefined) addScores(index, scores, list, weight / total, average);
    else for (const near of nearTerms(index, term)) addScores(index, scores, index.postings.get(near.term) ?? [], (tune.typo * near.alike * weight) / total, average);
  }
  return scores;
}

function addScores(index: SimilarityIndex, scores: Float64Array, list: readonly number[], weight: number, average: number): void {
  for (const posting of list) {
    const slot = slotOfPosting(posting);
    const tf = frequencyOfPosting(posting);
    const long = (index.entries[slot]?.length ?? 0) / average;
    scores[slot] = (scores[slot] ?? 0) + (weight * tf) / (tf + tune.k1 * (1 - tune.b + tune.b * long));
  }
}

interface NearTerm {
  readonly term: string;
  readonly alike: number;
}

function nearTerms(index: SimilarityIndex, term: string): NearTerm[] {
  const pieces = trigramsOf(term);
  const counts = new Map<string, number>();
  for (const piece of pieces) for (const other of index.termsByTrigram.get(piece) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
  const near: NearTerm[] = [];
  for (const [other, shared] of counts) {
    const alike = (2 * shared) / (pieces.size + other.length);
    if (alike >= tune.likeness) near.push({ term: other, alike });
  }
  return near.sort((a, b) => b.alike - a.alike).slice(0, 3);
}

function best(scores: Float64Array, many: number): [slot: number, score: number][] {
  const found: [number, number][] = [];
  scores.forEach((score, slot) => {
    if (score > 0) found.push([slot, score]);
  });
  return found.sort((a, b) => b[1] - a[1]).slice(0, many);
}
