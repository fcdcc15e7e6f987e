/** What happens to a system ask is told on the board of every initiative in it. */
import type { NoticeWhy } from '#shared/features/notices/why.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';
import { record } from '../activity/record.ts';
import type { App } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { blockersIn, coOwnersIn } from './store.ts';

export interface SystemAskNews {
  readonly what: ActivityName;
  readonly systemAskId: string;
  readonly personId: string;
  readonly values: Readonly<Record<string, string>>;
  /** People on whose pages something goes stale. */
  readonly people?: readonly string[];
  /** The co-owners of every initiative in it are told, each once. */
  readonly why?: NoticeWhy;
}

/** One row of activity a blocker that stands in it, on the card it concerns, and one in the audit: it is one act. And a notice for each co-owner where somebody should be told. */
export async function tellAll(app: App, tx: Tx, { what, systemAskId, personId, values, people = [], why }: SystemAskNews): Promise<void> {
  const untold = why === undefined ? new Map<string, string>() : await coOwnersIn(tx, systemAskId);
  const standing = await blockersIn(tx, systemAskId);
  const general: Topic[] = [...topicsOf(systemAskId), ...people.map((one) => `me:${one}` as const)];
  for (const [nth, { initiativeId, elementId }] of standing.entries()) {
    const topics = [...general, ...boardTopics(initiativeId)];
    const coOwners = [...untold].flatMap(([coOwner, theirs]) => (theirs === initiativeId && untold.delete(coOwner) ? [coOwner] : []));
    const tells = why === undefined ? [] : coOwners.map((coOwner) => ({ personId: coOwner, why, address: `/system-asks/${systemAskId}` }));
    const here = { initiativeId, elementId, values: { systemAskId, ...values }, topics, tells };
    await record(app, tx, { what, thing: systemAskId, personId, audited: nth === 0, ...here });
  }
  if (standing.length === 0)
    await record(app, tx, { what, thing: systemAskId, initiativeId: null, personId, values: { systemAskId, ...values }, topics: general });
}

export function topicsOf(systemAskId: string): Topic[] {
  return ['system-asks', `system-ask:${systemAskId}`];
}

export function boardTopics(initiativeId: string): Topic[] {
  return [`initiative:${initiativeId}/system-asks`, `initiative:${initiativeId}/activity`];
}
