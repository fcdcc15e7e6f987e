/**
 * The audit: what counts is written in the transaction that did it, what was refused right after. Ids and codes only.
 * An unnamed act leaves no person and no session, whoever asked.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac } from 'node:crypto';
import type { Clock } from '#shared/lib/clock.ts';
import type { ProblemBody, ProblemCode } from '#shared/lib/problem.ts';
import type { Db, Tx } from '../db/db.ts';
import type { Log } from '../log/log.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { Row } from './chain.ts';
import type { HeadFile } from './head-file.ts';
import { makeRefusals } from './refusals.ts';
import { append } from './store.ts';

export type Act = Pick<Row, 'at' | 'personId' | 'action' | 'thing'>;

export interface Tried {
  readonly viewer: Viewer;
  readonly action: string;
  readonly thing: string | null;
  readonly problem: ProblemBody;
  /** Nothing may lead to who tried: no person, no session, no thing, and the time to the hour. */
  readonly unnamed?: boolean;
}

export interface Audit {
  /** What is done during `work` is asked by this viewer, in this session. */
  asking<T>(viewer: Viewer, work: () => Promise<T>): Promise<T>;
  /** Writes an act down with the transaction it is done in. */
  done(tx: Tx, act: Act): void;
  /** Writes a refused try down, once its own transaction is over. Never throws: a refusal stays a refusal. */
  refused(tried: Tried): Promise<void>;
  /** Writes the counted tries of the last minute, and where the chain ended. */
  close(): Promise<void>;
}

/** Refusals that are somebody's try at what is not theirs, or no longer there to be had; the rest are slips. */
const counted: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['not-signed-in', 'not-allowed', 'conflict', 'gone', 'refused']);
const visitors = 'visitors';
const hourMs = 3_600_000;
const sweepMs = 30_000;

interface Parts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly heads: HeadFile;
  /** Keys the hashes of sessions. */
  readonly secret: string;
}

export function makeAudit({ db, clock, log, heads, secret }: Parts): Audit {
  const asked = new AsyncLocalStorage<Viewer>();
  const queues = new WeakMap<Tx, Row[]>();
  const refusals = makeRefusals(clock);
  const sessionKey = createHmac('sha256', secret).update('audit session').digest();

  function sessionOf({ sessionId }: Viewer): string | null {
    return sessionId === null ? null : createHmac('sha256', sessionKey).update(sessionId).digest('base64url').slice(0, 22);
  }

  /** Last of all in its transaction: others wait for the head only as long as the commit takes, and nobody who waits for it holds it. */
  function add(tx: Tx, row: Row): void {
    const queued = queues.get(tx);
    if (queued !== undefined) return void queued.push(row);
    const rows = [row];
    queues.set(tx, rows);
    tx.beforeCommit(async () => {
      const head = await append(tx, rows);
      tx.afterCommit(() => heads.note(head));
    });
  }

  async function write(row: Row): Promise<void> {
    try {
      await db.transact(async (tx) => add(tx, row));
    } catch (err) {
      log.error({ err, action: row.action }, 'a refused try was not written down');
    }
  }

  async function sweep(all: boolean): Promise<void> {
    const at = clock.now();
    for (const { who, count } of refusals.over(all)) {
      const personId = who === visitors ? null : who;
      await write({ at, personId, session: null, action: 'many-more', thing: null, outcome: 'refused', reason: 'problem.too-many', count });
    }
  }
  const sweeping = setInterval(() => void sweep(false), sweepMs).unref();

  return {
    asking: (viewer, work) => asked.run(viewer, work),
    done(tx, act) {
      const viewer = asked.getStore();
      const session = viewer !== undefined && act.personId !== null && viewer.personId === act.personId ? sessionOf(viewer) : null;
      add(tx, { ...act, session, outcome: 'done', reason: '', count: 1 });
    },
    async refused({ viewer, action, thing, problem, unnamed = false }) {
      if (!counted.has(problem.code)) return;
      await sweep(false);
      const personId = unnamed ? null : viewer.personId;
      if (!refusals.takes(personId ?? visitors)) return;
      const now = clock.now();
      const at = unnamed ? new Date(Math.floor(now.getTime() / hourMs) * hourMs) : now;
      const session = unnamed ? null : sessionOf(viewer);
      await write({ at, personId, session, action, thing: unnamed ? null : thing, outcome: 'refused', reason: reasonOf(problem), count: 1 });
    },
    async close() {
      clearInterval(sweeping);
      await sweep(true);
      await heads.close();
    },
  };
}

/** The catalogue's key; the gate's own code beside it. */
function reasonOf({ reason, values }: ProblemBody): string {
  const code = reason.startsWith('refused.') ? values?.['code'] : undefined;
  return code === undefined ? reason : `${reason}/${code}`;
}
