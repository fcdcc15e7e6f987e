/** Wraps a socket handler: the input parses, every throw becomes an answer, and nothing ends the process. */
import type { z } from 'zod';
import { parseOr } from '#shared/lib/field-problems.ts';
import { problemOf } from '#shared/lib/problem.ts';
import type { Ack } from '#shared/realtime/events.ts';
import type { Log } from '../log/log.ts';

/** A handler whose answer is acknowledged; a caller that gave no callback is answered by silence. */
export function answering<S extends z.ZodType, T extends object>(
  log: Log,
  schema: S,
  work: (input: z.output<S>) => Promise<T> | T,
): (input: unknown, ack?: unknown) => void {
  return (input, ack) => {
    const answer = (reply: Ack<T>): void => {
      if (isAck(ack)) ack(reply);
    };
    void answerOf(log, () => work(parseOr(schema, input))).then(answer);
  };
}

/** In a promise, so that even a throw before the first await is caught. */
async function answerOf<T extends object>(log: Log, work: () => Promise<T> | T): Promise<Ack<T>> {
  try {
    return { ok: true, ...(await work()) };
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (problem.code === 'unexpected') log.error({ err: thrown }, 'a socket handler threw');
    return { ok: false, problem };
  }
}

/** A handler nobody waits for; what does not parse is passed over. */
export function hearing<S extends z.ZodType>(log: Log, schema: S, work: (input: z.output<S>) => void): (input: unknown) => void {
  return (input) => {
    try {
      const parsed = schema.safeParse(input);
      if (parsed.success) work(parsed.data);
    } catch (err) {
      log.error({ err }, 'a socket handler threw');
    }
  };
}

function isAck(value: unknown): value is (reply: unknown) => void {
  return typeof value === 'function';
}
