/** Whether words are still the same words. */
import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';

/** 64 hex signs that are the same for the same words, whatever the white space between them. */
export function wordsHash(text: string): string {
  const words = text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return Array.from(digest(encodeUtf8(words)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
