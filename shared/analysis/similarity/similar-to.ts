// Asking the index which documents are about the same thing as a text. The formulas and their source are in ../README.md.
import { bestSlots, idf, scoreSlots, type AskedTerm } from './scoring.ts';
import type { SimilarityIndex } from './similarity-index.ts';
import { fold, termsOf } from './terms.ts';
import { dice, trigramsOf } from './trigrams.ts';

export interface Similar {
  readonly id: string;
  /** 0 (nothing shared) towards 1 (the very same words, many of them rare). */
  readonly score: number;
}

export interface SimilarOptions {
  readonly limit?: number;
  readonly exclude?: Iterable<string>;
  readonly minScore?: number;
}

/** Below this, what is found shares words by chance; measured with texts of another field (tests/load/similarity-bench.ts). */
export const defaultMinScore = 0.11;
const defaultLimit = 3;
/** Each word of the body is asked with a quarter of the weight of a word of the title, and only the most telling words are asked. */
const bodyWeight = 0.25;
const mostTerms = 32;
const longestText = 6000;
const longestTitle = 200;
const candidates = 60;
/** One part in five of a score is how alike the two titles are spelled: it decides between equals. */
const spellingShare = 0.2;

/** The documents most like a text whose first line is its title, best first; empty when nothing is alike. */
export function similarTo(index: SimilarityIndex, text: string, options: SimilarOptions = {}): Similar[] {
  const { limit = defaultLimit, minScore = defaultMinScore } = options;
  const hidden = new Set(options.exclude);
  const { title, body } = cutText(text);
  const scores = scoreSlots(index, askedTerms(index, title, body));
  const titlePieces = trigramsOf(fold(title).slice(0, longestTitle));
  const found: Similar[] = [];
  for (const { slot, score } of bestSlots(scores, candidates + hidden.size)) {
    const entry = index.entries[slot];
    if (entry === undefined || hidden.has(entry.id)) continue;
    const alike = dice(titlePieces, trigramsOf(entry.foldedTitle));
    const blended = score * (1 - spellingShare) + alike * spellingShare;
    if (blended >= minScore) found.push({ id: entry.id, score: blended });
  }
  return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

function cutText(text: string): { title: string; body: string } {
  const start = text.slice(0, longestText).trimStart();
  const lineEnd = start.search(/[\r\n]/);
  return lineEnd < 0 ? { title: start, body: '' } : { title: start.slice(0, lineEnd), body: start.slice(lineEnd) };
}

function askedTerms(index: SimilarityIndex, title: string, body: string): AskedTerm[] {
  const asked = new Map<string, number>();
  for (const term of termsOf(title)) asked.set(term, 1);
  for (const term of termsOf(body)) asked.set(term, Math.min(2, (asked.get(term) ?? 0) + bodyWeight));
  return [...asked]
    .map(([term, times]) => ({ term, weight: times * idf(index, index.postings.get(term)?.length ?? 0) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostTerms);
}
