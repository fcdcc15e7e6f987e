import * as Y from 'yjs';

/** One letter, as Yjs counts them: a half of an emoji is one too. */
interface Letter {
  readonly client: number;
  readonly clock: number;
}

/**
 * The words these edits would have added, a line for each stretch, so that they can be copied. Each letter somebody types is an edit of its own; what
 * they took out again before it was sent is not given back.
 */
export function wordsOf(updates: readonly Uint8Array[]): string {
  const lines: string[] = [];
  const isGone = goneIn(updates);
  let last: Letter | null = null;
  let lastLeft: Letter | null = null;
  for (const struct of updates.flatMap((update) => Y.decodeUpdate(update).structs)) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { client, clock } = struct.id;
    if (!isAt(struct.origin, last) && !isAt(struct.origin, lastLeft)) {
      lines.push('');
      lastLeft = null;
    }
    for (let n = 0; n < struct.length; n++) {
      last = { client, clock: clock + n };
      if (isGone(last)) continue;
      lines.push(`${lines.pop() ?? ''}${struct.content.str[n] ?? ''}`);
      lastLeft = last;
    }
  }
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function isAt(origin: Y.ID | null, letter: Letter | null): boolean {
  return origin !== null && letter !== null && origin.client === letter.client && origin.clock === letter.clock;
}

/** Whether a letter is deleted again by one of these edits. */
function goneIn(updates: readonly Uint8Array[]): (letter: Letter) => boolean {
  if (updates.length === 0) return () => false;
  const { clients } = Y.decodeUpdate(Y.mergeUpdates([...updates])).ds;
  return ({ client, clock }) => clients.get(client)?.some(({ clock: from, len }) => clock >= from && clock < from + len) === true;
}
