/** The first line of a longer text: a purpose may have grown on its board, and a card shows the sentence it began with. */
export function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0] ?? '';
}
