// From text to the terms that are compared: lower case, accents folded, stop words dropped, stemmed.
import { stem } from './stem.ts';
import { stopWords } from './stop-words.ts';

const longestTerm = 40;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['\u2019][\p{L}]+)*/gu;

/** The terms of a text in reading order, repeated when they repeat. Linear in the length of the text. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [found] of fold(text).matchAll(word)) {
    const plain = found.replace(/['\u2019]s$/, '').replace(/['\u2019]/g, '');
    if (plain.length > longestTerm || stopWords.has(plain)) continue;
    if (plain.length === 1 && /[a-z]/.test(plain)) continue;
    terms.push(stem(plain));
  }
  return terms;
}

/** Lower case with Latin, Greek and Cyrillic accents removed; vowel signs of other scripts are letters there and stay. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
}
