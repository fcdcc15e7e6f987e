/** Downloads: addresses that answer with a file rather than with the contract's JSON. Features add theirs here. */
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { parseOr } from '#shared/lib/field-problems.ts';
import { id } from '#shared/lib/ids.ts';
import { viewerOf } from '../auth/sign-in.ts';
import type { App } from '../context.ts';
import { boardJson, boardMarkdown } from '../board-export/export.ts';
import { wallCsv } from '../features/sparks/wall/export.ts';
import type { Viewer } from '../policy/viewer.ts';
import { answerProblem } from './api.ts';
import type { Limits } from './limits.ts';

export interface Download {
  readonly name: string;
  readonly type: 'text/csv' | 'text/markdown' | 'application/json';
  readonly body: string;
}

const one = z.object({ id });

type Make = (app: App, viewer: Viewer, request: Request) => Promise<Download>;

/** Each download by its address under `/api`. */
export const downloads: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['/sparks.csv', async (app, viewer, request) => ({ name: 'sparks.csv', type: 'text/csv', body: await wallCsv(app, viewer, request.query) })],
  ['/initiatives/:id/board.md', async (app, viewer, request) => ({ ...(await boardMarkdown(app, viewer, idIn(request))), type: 'text/markdown' })],
  ['/initiatives/:id/board.json', async (app, viewer, request) => ({ ...(await boardJson(app, viewer, idIn(request))), type: 'application/json' })],
]);

export function fileRouter(app: App, limits: Limits): Router {
  const router = Router();
  for (const [address, make] of downloads) router.get(address, (request, response) => answer(app, limits, make, request, response));
  return router;
}

async function answer(app: App, limits: Limits, make: Make, request: Request, response: Response): Promise<void> {
  try {
    const viewer = await viewerOf(app, request.headers);
    await limits.take('export', viewer.personId ?? request.ip ?? 'nobody');
    const { name, type, body } = await make(app, viewer, request);
    response.setHeader('cache-control', 'no-store');
    response
      .attachment(name.replaceAll(/[^\w.-]+/g, '-'))
      .type(`${type}; charset=utf-8`)
      .send(body);
  } catch (thrown) {
    answerProblem(app, response, thrown);
  }
}

/** The id in the address. @throws Problem invalid when it can be none */
function idIn(request: Request): string {
  return parseOr(one, request.params).id;
}
