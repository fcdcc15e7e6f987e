/** Which addresses a link may lead to. */

const MAX_LENGTH = 2_000;
const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** Everything browsers drop or trim before they look at the scheme: controls, spaces and invisible marks. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const ignoredByBrowsers = /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/g;

/** Whether the address is complete and leads to the web, a mail or a telephone once browsers have tidied it. */
export function isSafeAddress(href: string): boolean {
  if (href.length > MAX_LENGTH) return false;
  const tidy = href.replace(ignoredByBrowsers, '');
  if (!URL.canParse(tidy)) return false;
  return protocols.has(new URL(tidy).protocol);
}
