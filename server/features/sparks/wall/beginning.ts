const longest = 400;

/** The beginning of a long text, for a card that shows four lines of it: cut between two words. */
export function beginningOf(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const gap = cut.search(/\s+\S*$/);
  // A word longer than all that is cut anywhere, only not through the two halves of one character.
  return `${gap > 0 ? cut.slice(0, gap) : cut.replace(/[\ud800-\udbff]$/, '')}…`;
}
