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
    return new TextDecoder('windows-1252').decode(bytes); // Bytes that are not UTF-8 are expected here, and every byte has a letter.
  }
}
