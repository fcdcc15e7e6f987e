/**
 * Leaves only our own files in a source map. Nine tenths of the server's are lines of packages, and Node keeps all of the map in memory for as long as it
 * runs. In a trace our own calls are said in the lines of the sources, those of packages in the lines of dist/server.mjs.
 */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** @param {string} text a source map, version 3 @returns {string} the same without what lies in node_modules */
export function ownLines(text) {
  const map = JSON.parse(text);
  const places = map.sources.map((source) => !source.includes('node_modules/'));
  const sources = map.sources.filter((_, at) => places[at]);
  const newPlace = places.map((own, at) => (own ? places.slice(0, at).filter(Boolean).length : -1));
  const was = [0, 0, 0, 0];
  const is = [0, 0, 0];
  const lines = map.mappings.split(';').map((line) => {
    let [column, lastColumn, inOwn] = [0, 0, true];
    const kept = [];
    for (const segment of line === '' ? [] : line.split(',')) {
      const [moved = 0, ...to] = decode(segment);
      column += moved;
      for (const [at, by] of to.entries()) was[at] += by;
      const place = to.length === 0 ? -1 : newPlace[was[0]];
      // One mark says where a stretch of packages begins; the rest of it needs none.
      if (place < 0 && !inOwn) continue;
      inOwn = place >= 0;
      const now = [place, was[1], was[2]];
      kept.push(encode([column - lastColumn, ...(inOwn ? now.map((value, at) => value - is[at]) : [])]));
      if (inOwn) for (const [at, value] of now.entries()) is[at] = value;
      lastColumn = column;
    }
    return kept.join(',');
  });
  return JSON.stringify({ version: 3, sources, names: [], mappings: lines.join(';') });
}

/** Numbers in base 64, five bits a digit, the lowest first; the last bit of a number is its sign. */
function decode(segment) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const letter of segment) {
    const digit = DIGITS.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

function encode(numbers) {
  let text = '';
  for (const number of numbers) {
    let rest = number < 0 ? (-number << 1) | 1 : number << 1;
    do {
      const digit = rest & 31;
      rest >>>= 5;
      text += DIGITS[rest > 0 ? digit | 32 : digit];
    } while (rest > 0);
  }
  return text;
}
