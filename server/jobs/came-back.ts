/** "Ask me after": when the day has passed, whoever invited is told, once. */
import type { App } from '../context.ts';
import { tell } from '../features/notices/tell.ts';
import { dayOf } from '../features/initiatives/invitations/rest.ts';
import { markCameBack, notInvitedSince } from '../features/initiatives/invitations/store.ts';

/** Marks and tells in one transaction: a server that is killed in between has done neither. It is no act of anybody, so no activity is written. */
export async function tellCameBack(app: Pick<App, 'db' | 'clock' | 'newId' | 'outbox' | 'topics'>): Promise<void> {
  const at = app.clock.now();
  for (let marked = 1; marked > 0;)
    marked = await app.db.transact(async (tx) => {
      const rows = await markCameBack(tx, dayOf(at), at);
      for (const { initiativeId, elementId, invitedBy: personId } of await notInvitedSince(tx, rows)) {
        const news = { what: 'invitation.came-back', at, personId: null, initiativeId, elementId, values: {} } as const;
        const told = await tell(app, tx, news, [{ personId, why: 'other', address: '/invitations' }]);
        tx.afterCommit(() => app.topics.stale(told.map((id) => `me:${id}` as const)));
      }
      return rows.length;
    });
}
