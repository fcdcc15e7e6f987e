/**
 * Where the chain ended now and then, kept beside the database: who cuts off its last rows, or writes all of it anew, has to know of this file too.
 * One line each, `seq hash time`.
 */
import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '#shared/lib/clock.ts';
import type { Log } from '../log/log.ts';
import type { Link } from './chain.ts';

const everyMs = 15 * 60_000;

export interface HeadFile {
  /** The chain has come to here, durably. */
  note(head: Link): void;
  /** Writes down where the chain ended. */
  close(): Promise<void>;
}

export function headFileIn(dataDir: string): string {
  return path.join(dataDir, 'audit-head');
}

export function makeHeadFile(file: string, { clock, log }: { clock: Clock; log: Log }): HeadFile {
  let last: Link | null = null;
  let writtenSeq = 0;
  let writtenAt = -everyMs;
  let writing: Promise<void> = Promise.resolve();
  function write(): void {
    if (last === null || last.seq === writtenSeq) return;
    const { seq, hash } = last;
    const at = clock.now();
    writtenSeq = seq;
    writtenAt = at.getTime();
    // A line of its own even behind one that a power cut broke off.
    writing = writing
      .then(() => appendFile(file, `\n${seq} ${hash} ${at.toISOString()}\n`))
      .catch((err: unknown) => log.error({ err }, 'the head of the audit was not written down'));
  }
  return {
    note(head) {
      // Hooks after a commit may run in another order than the commits.
      if (last === null || head.seq > last.seq) last = head;
      if (clock.now().getTime() - writtenAt >= everyMs) write();
    },
    async close() {
      write();
      await writing;
    },
  };
}

/** The heads that were written down, in their order; a line that was broken off is passed over. */
export async function readHeads(file: string): Promise<Link[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64}) \S+$/.exec(line) ?? [];
    return seq === undefined || hash === undefined ? [] : [{ seq: Number(seq), hash }];
  });
}
