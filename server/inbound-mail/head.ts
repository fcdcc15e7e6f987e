/** The head of a raw mail (RFC 5322), read by ourselves and within bounds: only a mail with a right address is read further. */

/** Longer heads are cut off here; real ones take a tenth. */
const longestHead = 64_000;

export interface Head {
  /** The values of every field of this name, in small letters, each on one line. */
  all(name: string): readonly string[];
  /** The head as it came, unfolded. */
  readonly text: string;
}

export function readHead(raw: Buffer): Head {
  const start = raw.subarray(0, longestHead).toString('latin1');
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length;
  const text = start.slice(0, end).replaceAll(/\r?\n[ \t]+/g, ' ');
  const fields = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const known = fields.get(name);
    const value = line.slice(colon + 1).trim();
    if (known === undefined) fields.set(name, [value]);
    else known.push(value);
  }
  return { text, all: (name) => fields.get(name) ?? [] };
}

/** Where the body begins; the end of the mail when it has none. */
export function bodyStart(raw: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => [raw.indexOf(end), end.length] as const).filter(([at]) => at >= 0);
  const [first] = ends.sort(([one], [other]) => one - other);
  return first === undefined ? raw.length : first[0] + first[1];
}
