/** Many readers of one server at the same moment, each asking again as soon as it has been answered. */
import { Agent, get } from 'node:http';

export interface Reading {
  readonly url: string;
  /** One Cookie header a reader. */
  readonly cookies: readonly string[];
  /** What a reader asks for, from its number and its turn. */
  address(reader: number, turn: number): string;
  readonly seconds: number;
  /** How long a reader looks at a page before the next; none by default. */
  readonly pauseMs?: number;
}

export interface Read {
  /** Milliseconds from asking to the last byte, of every answer. */
  readonly times: readonly number[];
  readonly seconds: number;
  readonly bytes: number;
}

/** @throws Error at the first answer that is not 200 */
export async function readAtOnce({ url, cookies, address, seconds, pauseMs = 0 }: Reading): Promise<Read> {
  const agent = new Agent({ keepAlive: true, maxSockets: cookies.length });
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  let bytes = 0;
  const reader = async (cookie: string, nth: number): Promise<void> => {
    // Not all in step: people do not look at the clock.
    if (pauseMs > 0) await pause((pauseMs * nth) / cookies.length);
    for (let turn = 0; performance.now() < until; turn++) {
      const asked = performance.now();
      const body = await ask(agent, url + address(nth, turn), cookie);
      bytes += body.length;
      times.push(performance.now() - asked);
      if (pauseMs > 0) await pause(pauseMs);
    }
  };
  try {
    await Promise.all(cookies.map(reader));
  } finally {
    agent.destroy();
  }
  return { times, seconds: (performance.now() - began) / 1000, bytes };
}

/** The body of one answer. @throws Error when it is not 200 */
export function ask(agent: Agent, address: string, cookie: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = get(address, { agent, headers: { cookie } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () => {
        const body = Buffer.concat(parts);
        if (answer.statusCode === 200) resolve(body);
        else reject(new Error(`${address} was answered with ${answer.statusCode}: ${body.toString().slice(0, 500)}`));
      });
    });
    request.once('error', reject);
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
