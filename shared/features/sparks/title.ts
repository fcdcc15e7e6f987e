export const longestTitle = 200;

/**
 * The title and the body of what was written in the one box: the first line with words is the title. A longer first line is cut between
 * two words and goes on in the body, so nothing that was written is lost.
 */
export function splitSpark(text: string): { title: string; body: string } {
  const written = text.trim();
  const lineEnd = written.search(/[\r\n\u2028\u2029]/);
  const firstLine = lineEnd < 0 ? written : written.slice(0, lineEnd);
  const cut = firstLine.length <= longestTitle ? firstLine.length : cutBetweenWords(firstLine);
  return { title: written.slice(0, cut).trimEnd(), body: written.slice(cut).trim() };
}

function cutBetweenWords(line: string): number {
  const words = line.slice(0, longestTitle + 1);
  const gap = words.search(/\s\S*$/);
  return gap > 0 ? gap : wholeCharacters(line);
}

/** One word longer than a title: the cut keeps the two halves of a surrogate pair, and joined characters, together. */
function wholeCharacters(word: string): number {
  const segments = new Intl.Segmenter().segment(word.slice(0, longestTitle + 1));
  const atLimit = segments.containing(longestTitle);
  return atLimit !== undefined && atLimit.index > 0 ? atLimit.index : longestTitle;
}
