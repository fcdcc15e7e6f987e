/** A letter taken apart: the names of its headers, and its two bodies as a mail program shows them. */
export interface LetterParts {
  readonly headers: readonly string[];
  readonly text: string;
  readonly html: string;
}

/** @param raw the letter as it came */
export function partsOf(raw: string): LetterParts {
  const { head, body } = cut(raw);
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(head)?.[1] ?? '';
  const parts = body.split(`--${boundary}`).map((part) => cut(part.replace(/^\r\n/, '')));
  const bodyOf = (type: string) => {
    const part = parts.find((one) => one.head.toLowerCase().includes(`content-type: ${type}`));
    return part === undefined ? '' : decoded(part.head, part.body.replace(/\r\n$/, ''));
  };
  return { headers: namesIn(head), text: bodyOf('text/plain'), html: bodyOf('text/html') };
}

function cut(raw: string): { head: string; body: string } {
  const at = raw.indexOf('\r\n\r\n');
  return at < 0 ? { head: raw, body: '' } : { head: raw.slice(0, at), body: raw.slice(at + 4) };
}

function namesIn(head: string): string[] {
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return lines.map((line) => (/^([\w-]+):/.exec(line)?.[1] ?? `not a header: ${line}`).toLowerCase()).toSorted();
}

function decoded(head: string, body: string): string {
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
