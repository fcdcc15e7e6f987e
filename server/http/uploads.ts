/** Ways in for bytes: addresses that take a body that is no JSON, beside the contract. */
import { type Request, type Response, Router } from 'express';
import type { App } from '../context.ts';
import { mergeBoard } from '../features/boards/merge.ts';
import { admit, answerProblem } from './api.ts';
import type { Limits } from './limits.ts';

type Take = (app: App, request: Request, limits: Limits) => Promise<object>;

/** Each by its address under `/api`; all of them are `PUT`, for sent twice they do what they do once. */
export const uploads: ReadonlyMap<string, Take> = new Map<string, Take>([
  ['/boards/:id/merge', async (app, request, limits) => mergeBoard(app, await admit(app, limits, request, 'merge'), request)],
]);

export function uploadRouter(app: App, limits: Limits): Router {
  const router = Router();
  for (const [address, take] of uploads) router.put(address, (request, response) => answer(app, take(app, request, limits), response));
  return router;
}

async function answer(app: App, taking: Promise<object>, response: Response): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  try {
    response.json(await taking);
  } catch (thrown) {
    // What has not been read of the body is not waited for.
    response.setHeader('connection', 'close');
    answerProblem(app, response, thrown);
  }
}
