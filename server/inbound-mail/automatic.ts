/** Whether a mail was written by a program: an answer to it, or a post of it, would begin a loop (RFC 3834). */
import type { Head } from './head.ts';

/** Fields no person's mail has. */
const programsOwn = ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress', 'list-id', 'list-unsubscribe', 'feedback-id', 'x-failed-recipients'];
const bulk = /^(bulk|junk|list|auto[_-]?reply)\b/i;
const daemons = /(^|[\s<"])(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i;

/** `sender` is the envelope's, when the provider told it; a bounce has none. */
export function isAutomatic(head: Head, sender: string | null): boolean {
  const isBounce = [...head.all('return-path'), ...(sender === null ? [] : [sender])].some((path) => /^<?\s*>?$/.test(path.trim()));
  return (
    isBounce ||
    head.all('auto-submitted').some((value) => !/^no\b/i.test(value)) ||
    head.all('precedence').some((value) => bulk.test(value)) ||
    head.all('content-type').some((value) => /^multipart\/report\b/i.test(value)) ||
    head.all('from').some((value) => daemons.test(value)) ||
    programsOwn.some((name) => head.all(name).length > 0)
  );
}
