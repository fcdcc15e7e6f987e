import * as Y from 'yjs';

/** The words an update would have added, a line for each stretch, so that a refused edit can be copied. */
export function wordsOf(update: Uint8Array): string {
  const lines: string[] = [];
  let at: { client: number; clock: number } | null = null;
  for (const struct of Y.decodeUpdate(update).structs) {
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
