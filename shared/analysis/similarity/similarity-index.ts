// The inverted index behind "similar sparks". It lives in memory, changes one document at a time, and always answers exactly as if it had
// been built anew from the documents it holds.
import { addTermSpelling, removeTermSpelling } from './spelling.ts';
import { fold, termsOf } from './terms.ts';

export interface SimilarityDoc {
  readonly id: string;
  readonly title: string;
  readonly body?: string;
}

interface Entry {
  readonly id: string;
  readonly foldedTitle: string;
}

/** Opaque to callers: change it with addDoc and removeDoc only. */
export interface SimilarityIndex {
  /** One entry a slot; slots rise and are never reused, so every posting list stays sorted. A removed document leaves undefined. */
  readonly entries: (Entry | undefined)[];
  /** Weighted count of terms of each slot: the |D| of BM25. */
  readonly lengths: number[];
  readonly slotOf: Map<string, number>;
  /** term -> its postings, packed by pack(). */
  readonly postings: Map<string, number[]>;
  readonly termsByTrigram: Map<string, Set<string>>;
  totalLength: number;
}

/** A word in the title counts as two in the body. */
const titleWeight = 2;
const frequencyBits = 6;
const highestFrequency = (1 << frequencyBits) - 1;

/** An index of documents; when an id comes twice the later document stays. */
export function buildIndex(docs: Iterable<SimilarityDoc>): SimilarityIndex {
  const index: SimilarityIndex = {
    entries: [],
    lengths: [],
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
  const frequencies = new Map<string, number>();
  const length = countTerms(frequencies, doc.title, titleWeight) + countTerms(frequencies, doc.body ?? '', 1);
  const slot = index.entries.length;
  index.entries.push({ id: doc.id, foldedTitle: fold(doc.title) });
  index.lengths.push(length);
  index.slotOf.set(doc.id, slot);
  index.totalLength += length;
  for (const [term, frequency] of frequencies) {
    const list = index.postings.get(term);
    if (list === undefined) {
      index.postings.set(term, [pack(slot, frequency)]);
      addTermSpelling(index.termsByTrigram, term);
    } else list.push(pack(slot, frequency));
  }
}

/** Takes a document out; an id that is not there changes nothing. */
export function removeDoc(index: SimilarityIndex, id: string): void {
  const slot = index.slotOf.get(id);
  if (slot === undefined) return;
  // A list of each document's terms would double the memory; searching every sorted list takes milliseconds, and withdrawing is rare.
  for (const [term, list] of index.postings) {
    const at = firstAtOrAfter(list, slot);
    const posting = list[at];
    if (posting === undefined || slotOfPosting(posting) !== slot) continue;
    list.splice(at, 1);
    if (list.length > 0) continue;
    index.postings.delete(term);
    removeTermSpelling(index.termsByTrigram, term);
  }
  index.totalLength -= index.lengths[slot] ?? 0;
  index.lengths[slot] = 0;
  index.entries[slot] = undefined;
  index.slotOf.delete(id);
}

export function slotOfPosting(posting: number): number {
  return posting >>> frequencyBits;
}

export function frequencyOfPosting(posting: number): number {
  return posting & highestFrequency;
}

/** Slot and weighted frequency in one 31-bit integer, which keeps a list in half the memory; room for 33 million slots. */
function pack(slot: number, frequency: number): number {
  return (slot << frequencyBits) | Math.min(frequency, highestFrequency);
}

function countTerms(frequencies: Map<string, number>, text: string, weight: number): number {
  const terms = termsOf(text);
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
  return terms.length * weight;
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
