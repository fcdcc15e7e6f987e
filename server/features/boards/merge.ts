/** What somebody wrote in a long time without a line comes in over HTTP: too large for a live line, looked at where nobody waits for it. */
import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { z } from 'zod';
import { boardVersion } from '#shared/board/upgrade.ts';
import { parseOr } from '#shared/lib/field-problems.ts';
import { id } from '#shared/lib/ids.ts';
import { Problem, problemOf } from '#shared/lib/problem.ts';
import { maxMergeBytes } from '#shared/realtime/events.ts';
import { viewerOf } from '../../auth/sign-in.ts';
import type { App } from '../../context.ts';
import { readBytes } from '../../http/read-bytes.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';

/** `as`: whose device it comes from, where the device says so. */
const address = z.object({ id, epoch: z.coerce.number().int(), version: z.coerce.number().int(), as: id.optional() });

/** Merges being read at once: what they hold in memory is bounded. */
const mostAtOnce = 20;
let atOnce = 0;

/** @returns the sequence number, once it is durable. @throws Problem as the policy, the gate or the judge says */
export async function mergeBoard(app: App, viewer: Viewer, request: Request): Promise<{ ok: true; seq: number }> {
  const { id: boardId, epoch, version, as } = parseOr(address, { ...request.query, ...request.params });
  try {
    if (as !== undefined && as !== viewer.personId) throw new Problem('not-signed-in', 'why.sign-in');
    await mayMerge(app, viewer, boardId);
    if (version !== boardVersion) throw new Problem('conflict', 'problem.reload');
    const update = await oneOfFew(() => readBytes(request, maxMergeBytes));
    const frame = { personId: personOf(viewer), update, epoch, mayEdit: true };
    return { ok: true, seq: await app.boards.merge(boardId, frame, () => mayStillMerge(app, viewer, boardId, request)) };
  } catch (thrown) {
    await app.audit.refused({ viewer, action: 'board.edit', thing: boardId, problem: problemOf(thrown) });
    throw thrown;
  }
}

async function mayMerge(app: App, viewer: Viewer, boardId: string): Promise<void> {
  allowing('board.edit', await initiativeFacts(app.db, viewer, boardId));
}

/** Reading and looking take a while, in which a session may have ended and a seat may have changed. */
async function mayStillMerge(app: App, { personId }: Viewer, boardId: string, request: IncomingMessage): Promise<void> {
  const now = await viewerOf(app, request.headers);
  if (now.personId !== personId) throw new Problem('not-signed-in', 'why.sign-in');
  await mayMerge(app, now, boardId);
}

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (atOnce >= mostAtOnce) throw new Problem('too-many', 'problem.too-many', { retryAfterMs: 5000 });
  atOnce++;
  try {
    return await work();
  } finally {
    atOnce--;
  }
}
