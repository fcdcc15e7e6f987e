/** From a refused request to its row: which act was tried, and on what. */
import { z } from 'zod';
import { id } from '#shared/lib/ids.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import type { App } from '../context.ts';
import type { Viewer } from '../policy/viewer.ts';

/** Routes by which something unnamed is made or changed: whoever is refused there may be its author, and must not be known as such. */
export const mayBeUnnamed: ReadonlySet<string> = new Set(['sparks.post', 'sparks.edit', 'sparks.withdraw', 'sparks.restore']);

const about = z.object({ id });

/** @param refused the route as the contract names it, `asks.answer`, and what was sent, of which only an id is read */
export async function auditRefusal(
  app: Pick<App, 'audit'>,
  viewer: Viewer,
  { route, input, problem }: { route: string; input: unknown; problem: ProblemBody },
): Promise<void> {
  const read = about.safeParse(input);
  await app.audit.refused({ viewer, action: route, thing: read.success ? read.data.id : null, problem, unnamed: mayBeUnnamed.has(route) });
}
