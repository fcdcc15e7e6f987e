/** First digits of the scripts people here write in: Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0xff10] as const;
const otherDigit = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\uff10-\uff19]/g;

/** The text with the digits of other scripts written 0 to 9; every offset stays the same. */
export function plainDigits(text: string): string {
  return text.replace(otherDigit, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
