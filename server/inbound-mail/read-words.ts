/**
 * The words of a mail, and whether files came with it. The parser takes time that grows with the square of what it is given, so it is given little:
 * no head but what says how the body is written, and of the body no more than words can be.
 */
import PostalMime from 'postal-mime';
import { bodyStart, type Head } from './head.ts';
import { ownWords } from './own-words.ts';

/** Of the body; what a person wrote stands before what they quote. */
const longestBody = 60_000;
const mostLines = 2000;
const mostParts = 60;
/** Of one part in base64: more than a post may hold. */
const longestBase64 = 12_000;

export interface MailWords {
  readonly words: string;
  /** Files somebody attached by hand, which a post can not hold; pictures inside a text or a signature are none. */
  readonly files: boolean;
}

/** @param from how our own letters say whom they are from @throws Error when it is no mail, or one made to be hard to read */
export async function readWords(raw: Buffer, head: Head, from: string): Promise<MailWords> {
  const mail = await parse(`${aboutBody(head)}\r\n${thin(raw.subarray(bodyStart(raw)).toString('latin1'))}`);
  const text = mail.text?.trim() || (mail.html === undefined ? '' : await textOfHtml(mail.html));
  const files = mail.attachments.some((file) => file.disposition === 'attachment' && file.related !== true && file.contentId === undefined);
  return { words: ownWords(text, from), files };
}

async function parse(raw: string) {
  const limits = { maxNestingDepth: 20, maxHeadersSize: longestBody, forceRfc822Attachments: true };
  return PostalMime.parse(Buffer.from(raw, 'latin1'), limits);
}

function aboutBody(head: Head): string {
  return ['mime-version', 'content-type', 'content-transfer-encoding']
    .flatMap((name) =>
      head
        .all(name)
        .slice(0, 1)
        .map((value) => `${name}: ${value.slice(0, 1000)}\r\n`),
    )
    .join('');
}

/** The body without the bulk of what is attached: long runs of base64 are cut short, so that words behind a photograph are still found. */
function thin(body: string): string {
  let run = 0;
  let parts = 0;
  let left = longestBody;
  const kept: string[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\n', at);
    const line = body.slice(at, end < 0 ? body.length : end);
    at = end < 0 ? body.length : end + 1;
    run = /^[A-Za-z0-9+/]{40,}={0,2}\r?$/.test(line) ? run + line.length : 0;
    if (run > longestBase64) continue;
    parts += line.startsWith('--') ? 1 : 0;
    left -= line.length + 1;
    if (left < 0 || parts > mostParts || kept.length === mostLines) break;
    kept.push(line);
  }
  return kept.join('\n').replaceAll(blankRun, '\r\n\r\n');
}

/** So much of nothing, written plainly or as quoted-printable: the parser is slow over it. */
const blankRun = /(?:=(?:0[9AD]|20|\r?\n)|\s){60,}/gi;

/** Where a mail program begins to quote in HTML. */
const quoteMarks =
  /<[a-z]+\b[^<>]{0,300}(?:class="?(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote)|id="?(?:x_)?(?:appendonsend|divRplyFwdMsg|mail-editor-reference-message-container)|type="?cite)/i;

/** A mail that is HTML alone: cut where it begins to quote, and read as the parser reads HTML beside text. */
async function textOfHtml(html: string): Promise<string> {
  const own = html.slice(0, quoteMarks.exec(html)?.index ?? html.length);
  const beside =
    'content-type: multipart/mixed; boundary=b\r\n\r\n--b\r\ncontent-type: text/plain\r\n\r\n\r\n--b\r\ncontent-type: text/html; charset=utf-8\r\n\r\n';
  const { text = '' } = await PostalMime.parse(`${beside}${own.replaceAll('--b', '-- b')}\r\n--b--`);
  return text;
}
