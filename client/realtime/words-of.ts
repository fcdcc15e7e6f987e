import * as Y from 'yjs';

/** The words these edits would have added, a line for each stretch, so that they can be copied. Each letter somebody types is an edit of its own. */
export function wordsOf(updates: readonly Uint8Array[]): string {
  const lines: string[] = [];
  let at: { client: number; clock: number } | null = null;
  for (const struct of updates.flatMap((update) => Y.decodeUpdate(update).structs)) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { str } = struct.content;
    const follows = at !== null && struct.origin !== null && struct.origin.client === at.client && struct.origin.clock === at.clock;
    if (follows) lines.push(`${lines.pop() ?? ''}${str}`);
    else lines.push(str);
    at = { client: struct.id.client, clock: struct.id.clock + struct.length - 1 };
  }
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
