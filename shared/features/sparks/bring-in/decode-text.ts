// Bytes of a file somebody saved somewhere become text: UTF-8, UTF-16 with its mark, or else Windows-1252 as Excel saves it.

/** The text of a file, without its byte order mark; null when it is not text (a spreadsheet, a picture). */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return text.includes('\u0000') ? null : text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes); // Bytes that are not UTF-8 are expected here, and every byte has a letter.
  }
}

const from80To9f = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 reads "windows-1252" as Latin-1, which turns curly quotes and the euro sign into control characters. */
function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009f]/g, (control) => from80To9f.charAt(control.charCodeAt(0) - 0x80));
}
