/**
 * Letters with a way in. They go at once and not through the outbox: somebody sits and waits for them, is told when one cannot be sent, and can ask for
 * another; and their secret then lies in no row.
 */
import type { Language } from '#shared/lib/language.ts';
import { speechOf, type Speech } from '#shared/words/say-in.ts';
import type { Letter } from '../adapters/mail.ts';
import type { Reader } from '../db/db.ts';
import { languageOfEmail, languageOfPerson } from '../features/people/store.ts';
import { blocksOf } from '../letters/blocks.ts';

export async function linkLetter(reader: Reader, to: string, link: string): Promise<Letter> {
  return letterIn(await languageOfEmail(reader, to), to, ({ say }) => [say('mail.link-subject'), say('mail.link-text', { link })]);
}

export async function claimLetter(reader: Reader, { personId, email, link }: { personId: string; email: string; link: string }): Promise<Letter> {
  return letterIn(await languageOfPerson(reader, personId), email, ({ say }) => [say('mail.claim-subject'), say('mail.claim-text', { link })]);
}

export async function claimKnownLetter(reader: Reader, to: string, link: string): Promise<Letter> {
  return letterIn(await languageOfEmail(reader, to), to, ({ say }) => [say('mail.claim-subject'), say('mail.claim-known-text', { link })]);
}

function letterIn(language: Language | null, to: string, words: (speech: Speech) => readonly [subject: string, text: string]): Letter {
  const speech = speechOf(language ?? 'en');
  const [subject, text] = words(speech);
  return { to, subject, language: speech.language, blocks: blocksOf(text) };
}
