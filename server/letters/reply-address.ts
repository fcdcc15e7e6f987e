/**
 * The address a letter is replied to: `reply+TOKEN@example.org`. Whoever holds it may post words as the letter's reader to the one thing the letter
 * told of, and nothing else. The token is the id of the notice and a seal of it; whom it was for, what it told and when stand in the notice's row.
 * Small letters and digits alone, since mail servers may change the case, and within the 64 characters of a local part (RFC 5321, 4.5.3.1.1).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const idLength = 21;
const bytesEach = 16;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const tokenLength = Math.ceil((2 * bytesEach * 8) / 5);
/** What is left of a local part for the name before the `+`. */
export const longestMailboxName = 64 - 1 - tokenLength;

export function replyAddress(secret: string, mailbox: string, noticeId: string): string {
  const [name = '', host = ''] = mailbox.split('@');
  const noted = Buffer.from(`${noticeId}A`, 'base64url');
  return `${name}+${base32(Buffer.concat([noted, sealOf(secret, noted)]))}@${host}`;
}

/** The notices whose reply addresses stand in these words, each once; an address we did not make counts as none. */
export function noticesRepliedTo(secret: string, mailbox: string, words: string): { noticeIds: string[]; forged: boolean } {
  const [name = '', host = ''] = mailbox.toLowerCase().split('@');
  const ours = new RegExp(`${literal(name)}\\+([a-z2-7]{1,64})@${literal(host)}(?![\\w.-])`, 'g');
  const tokens = new Set([...words.toLowerCase().matchAll(ours)].map(([, token = '']) => token));
  const opened = [...tokens].map((token) => open(secret, token));
  return { noticeIds: opened.filter((id) => id !== null), forged: opened.includes(null) };
}

function open(secret: string, token: string): string | null {
  if (token.length !== tokenLength) return null;
  const bytes = bytesOf(token);
  const noted = bytes.subarray(0, bytesEach);
  if (!timingSafeEqual(sealOf(secret, noted), bytes.subarray(bytesEach, 2 * bytesEach))) return null;
  return noted.toString('base64url').slice(0, idLength);
}

function sealOf(secret: string, noted: Buffer): Buffer {
  const key = createHmac('sha256', secret).update('kindling/reply').digest();
  return createHmac('sha256', key).update(noted).digest().subarray(0, bytesEach);
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
}

function bytesOf(token: string): Buffer {
  const bits = [...token].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

function literal(text: string): string {
  return text.replaceAll(/[^\w]/g, (sign) => `\\${sign}`);
}
