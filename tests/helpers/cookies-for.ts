/** A Cookie header as a browser's context takes it. */
export function cookiesFor(header: string, url: string): { name: string; value: string; url: string }[] {
  return header.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url }));
}
