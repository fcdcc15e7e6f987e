// The inverted index behind "similar sparks". It lives in memory, is changed one document at a time, and is always exactly what it would
// be had it been built anew from the same documents.
import { termsOf, fold } from './terms.ts';
import { trigramsOf } from './trigrams.ts';

export interface SimilarityDoc {
  readonly id: string;
  readonly title: string;
  readonly body?: string;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  /** Weighted count of terms (the |D| of BM25). */
  readonly length: number;
}

/** Opaque to callers: change it with addDoc and removeDoc only. */
export interface SimilarityIndex {
  /** Slots are handed out in rising order and never reused, so every posting list stays sorted. */
  readonly entries: (Entry | undefined)[];
  readonly slotOf: Map<string, number>;
  /** term -> packed postings, see pack(). */
  readonly postings: Map<string, number[]>;
  /** trigram -> terms of the vocabulary that hold it, for words with a typing error or not yet finished. */
  readonly termsByTrigram: Map<string, Set<string>>;
  totalLength: number;
}

/** A word in the title says more than the same word in the body. */
export const titleWeight = 2;
const frequencyBits = 64;

/** @throws never; a repeated id keeps the last one. */
export function buildIndex(docs: Iterable<SimilarityDoc>): SimilarityIndex {
  const index: SimilarityIndex = {
    entries: [],
    slotOf: new Map(),
    postings: new Map(),
    termsByTrigram: new Map(),
    totalLength: 0,
  };
  for (const doc of docs) addDoc(index, doc);
  return index;
}

/** Adds a document, or replaces the one with the same id. */
export function addDoc(index: SimilarityIndex, doc: SimilarityDoc): void {
  removeDoc(index, doc.id);
  const counts = new Map<string, number>();
  let length = 0;
  const count = (text: string, weight: number): void => {
    for (const term of termsOf(text)) {
      counts.set(term, (counts.get(term) ?? 0) + weight);
      length += weight;
    }
  };
  count(doc.title, titleWeight);
  count(doc.body ?? '', 1);
  const slot = index.entries.length;
  index.entries.push({ id: doc.id, title: fold(doc.title), length });
  index.slotOf.set(doc.id, slot);
  index.totalLength += length;
  for (const [term, frequency] of counts) {
    const list = index.postings.get(term);
    if (list === undefined) addTerm(index, term, pack(slot, frequency));
    else list.push(pack(slot, frequency));
  }
}

/** Takes a document out; an id that is not there changes nothing. */
export function removeDoc(index: SimilarityIndex, id: string): void {
  const slot = index.slotOf.get(id);
  if (slot === undefined) return;
  // A forward index would double the memory; looking in every sorted list costs about as much as one suggestion, and withdrawing is rare.
  for (const [term, list] of index.postings) {
    const at = firstAtOrAfter(list, slot);
    const found = list[at];
    if (found === undefined || slotOfPosting(found) !== slot) continue;
    list.splice(at, 1);
    if (list.length === 0) dropTerm(index, term);
  }
  index.totalLength -= index.entries[slot]?.length ?? 0;
  index.entries[slot] = undefined;
  index.slotOf.delete(id);
}

export function slotOfPosting(posting: number): number {
  return Math.floor(posting / frequencyBits);
}

export function frequencyOfPosting(posting: number): number {
  return posting % frequencyBits;
}

/** Slot and weighted frequency in one small integer: half the memory of two lists. Frequencies over 63 say nothing more. */
function pack(slot: number, frequency: number): number {
  return slot * frequencyBits + Math.min(frequency, frequencyBits - 1);
}

function firstAtOrAfter(list: readonly number[], slot: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (slotOfPosting(list[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addTerm(index: SimilarityIndex, term: string, posting: number): void {
  index.postings.set(term, [posting]);
  for (const piece of trigramsOf(term)) {
    const terms = index.termsByTrigram.get(piece);
    if (terms === undefined) index.termsByTrigram.set(piece, new Set([term]));
    else terms.add(term);
  }
}

function dropTerm(index: SimilarityIndex, term: string): void {
  index.postings.delete(term);
  for (const piece of trigramsOf(term)) {
    const terms = index.termsByTrigram.get(piece);
    terms?.delete(term);
    if (terms?.size === 0) index.termsByTrigram.delete(piece);
  }
}
