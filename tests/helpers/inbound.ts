/** What a mail provider does: hands a mail in, with the secret it was given. */
import type { TestServer } from './test-server.ts';
import type { KeptLetter } from './smtp.ts';

export const inboundSecret = 'the secret of the mail provider, long enough';
export const inboundEnv = { INBOUND_MAIL_ADDRESS: 'reply@kindling.example', INBOUND_MAIL_SECRET: inboundSecret };

/** The address a letter is replied to; '' when it has none. */
export function replyAddressOf({ source }: Pick<KeptLetter, 'source'>): string {
  return /^Reply-To: <?([^\s<>]+)>?/im.exec(source.replaceAll(/\r\n[ \t]/g, ' '))?.[1] ?? '';
}

let count = 0;

/** A plain mail, with more fields or another body where a test says so. */
export function aMail(
  to: string,
  { fields = {}, body = 'The lift in the east wing.' }: { fields?: Record<string, string>; body?: string } = {},
): string {
  count += 1;
  const head = {
    From: 'Dev <dev@example.org>',
    To: to,
    Subject: 'Re: yes',
    'Message-ID': `<mail-${count}@example.org>`,
    'Content-Type': 'text/plain; charset=utf-8',
    ...fields,
  };
  return `${Object.entries(head)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n${body}`;
}

/** @returns the status, and what was done with it */
export async function handIn(
  server: TestServer,
  raw: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; did: unknown }> {
  const answer = await fetch(`${server.url}/api/inbound-mail`, {
    method: 'POST',
    headers: { authorization: `Bearer ${inboundSecret}`, 'content-type': 'message/rfc822', ...headers },
    body: new Uint8Array(Buffer.from(raw)),
  });
  const said: unknown = await answer.json().catch(() => null);
  return { status: answer.status, did: typeof said === 'object' && said !== null ? Reflect.get(said, 'did') : null };
}
