/** What a person wrote themselves in a mail: without what their program quoted, and without signatures. Line by line, so no text takes long. */

/** How far below its first line the line that says who wrote what is quoted may end. */
const longestAttribution = 4;

/** `from` is how our letters say whom they are from: a line with it above a quote is the quote's beginning, in any language. */
export function ownWords(text: string, from: string): string {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
    .replaceAll(/[^\P{Cc}\n\t]|[\u200b\ufeff]/gu, '')
    .split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isSignature(line) || isDivider(line) || isHeadBlock(lines, at)) break;
    const end = attributionEnd(lines, at, from);
    if (end === null) {
      if (!isQuoted(line)) kept.push(line.trimEnd());
      continue;
    }
    // A quote without marks has no end: nothing below it is known to be their own.
    if (!isQuoted(nextFilled(lines, end + 1))) break;
    at = end;
  }
  return withoutMobileLine(kept)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function isQuoted(line: string): boolean {
  return /^\s*>/.test(line);
}

/** RFC 3676, 4.3; some programs drop the blank. */
function isSignature(line: string): boolean {
  return /^--\s?$/.test(line);
}

/** "-----Original Message-----", and the rule that Outlook draws. */
function isDivider(line: string): boolean {
  return line.length < 80 && (/^\s*-{3,}.*\p{L}{4,}.*-{3,}\s*$/u.test(line) || /^_{20,}\s*$/.test(line));
}

const headNames = [
  ['from', 'van', 'von', 'de', 'da', 'fra', 'från'],
  ['sent', 'date', 'verzonden', 'datum', 'gesendet', 'envoyé', 'enviado', 'fecha', 'inviato', 'data', 'sendt', 'skickat'],
  ['to', 'aan', 'an', 'à', 'para', 'a', 'til', 'till'],
  ['subject', 'onderwerp', 'betreff', 'objet', 'asunto', 'oggetto', 'assunto', 'emne', 'ämne'],
].map((names) => new Set(names));

/** Outlook's quote: a line with who it is from, and right below it at least two of when, to whom and about what. */
function isHeadBlock(lines: readonly string[], at: number): boolean {
  if (headKind(lines[at] ?? '') !== 0) return false;
  const kinds = new Set(lines.slice(at + 1, at + 7).map(headKind));
  return [1, 2, 3].filter((kind) => kinds.has(kind)).length >= 2;
}

function headKind(line: string): number {
  const name = /^\s*\*?\s?([\p{L}]{1,12})\s?:\*?(\s|$)/u.exec(line.slice(0, 40))?.[1]?.toLowerCase();
  return name === undefined ? -1 : headNames.findIndex((names) => names.has(name));
}

const openings = /^\s*(on|op|am|le|el|il|em|den|på|kl\.?|w dniu|dnia|\d{1,4}[-./]\d{1,2}|\p{L}{2,3}\.?,? \d)/iu;
const closings = /(wrote|schreef\b.*|geschreven|schrieb\b.*|geschrieben|écrit|escribió|scritto|escreveu|skrev\b.*|napisa\u0142(a|\(a\))?)\s?:\s*$/iu;

/** The last line of "On Tuesday, Kindling <...> wrote:" that begins at this one; null when none does. */
function attributionEnd(lines: readonly string[], at: number, from: string): number | null {
  for (let end = at; end < Math.min(lines.length, at + longestAttribution); end += 1) {
    const line = lines[end] ?? '';
    if (isQuoted(line) || line.trim() === '') return null;
    if (/:\s*$/.test(line.slice(-20)))
      return isAttribution(
        lines
          .slice(at, end + 1)
          .join(' ')
          .slice(0, 600),
        nextFilled(lines, end + 1),
        from,
      )
        ? end
        : null;
  }
  return null;
}

/** In the words of a language we know; or, above what is quoted, with our own address in it. */
function isAttribution(said: string, below: string, from: string): boolean {
  const inWords = openings.test(said) && closings.test(said) && /\d/.test(said);
  return inWords || (isQuoted(below) && said.toLowerCase().includes(from.toLowerCase()));
}

function nextFilled(lines: readonly string[], at: number): string {
  for (let n = at; n < Math.min(lines.length, at + 3); n += 1) if ((lines[n] ?? '').trim() !== '') return lines[n] ?? '';
  return '';
}

const mobile =
  /^(sent from|sent with|get outlook for|verzonden vanaf|verstuurd vanaf|verzonden met|outlook voor \S+ downloaden|download outlook voor|gesendet von|von meinem \S+ gesendet|envoyé de|enviado desde|inviato da)\b.{0,80}$/i;

/** "Sent from my iPhone", as the last line alone. */
function withoutMobileLine(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return last >= 0 && mobile.test((lines[last] ?? '').trim()) ? lines.slice(0, last) : lines;
}
