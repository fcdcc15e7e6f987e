/** Which addresses a person may be sent to by a click. */

const webProtocols: readonly string[] = ['http:', 'https:'];
const linkProtocols: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];

/** A full http or https address, written without white space. */
export function isWebAddress(text: string): boolean {
  return hasProtocol(text, webProtocols);
}

/** An address a link in rich text may have: web, mail or telephone. */
export function isSafeLink(text: string): boolean {
  return hasProtocol(text, linkProtocols);
}

/** Parsers drop line breaks and leading blanks inside an address, so an address with any of them is refused before it is parsed. */
function hasProtocol(text: string, protocols: readonly string[]): boolean {
  if (text.length > 2000 || /[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return false;
  return protocols.includes(new URL(text).protocol);
}
