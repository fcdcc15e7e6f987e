import type { IncomingMessage } from 'node:http';
import { Problem } from '#shared/lib/problem.ts';

const patienceMs = 60_000;

/** A request's body as it comes in, piece by piece, never more than `most` of it. @throws Problem too-large, invalid when it ends early or takes too long */
export async function readBytes(request: IncomingMessage, most: number): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLarge();
  const late = setTimeout(() => request.destroy(new Error('the body takes too long')), patienceMs).unref();
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of request) {
      if (!Buffer.isBuffer(piece)) throw new Problem('invalid', 'problem.invalid');
      length += piece.length;
      if (length > most) throw tooLarge();
      pieces.push(piece);
    }
  } catch (thrown) {
    throw thrown instanceof Problem ? thrown : new Problem('invalid', 'problem.invalid');
  } finally {
    clearTimeout(late);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function tooLarge(): Problem {
  return new Problem('too-large', 'problem.too-large');
}
