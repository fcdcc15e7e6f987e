/** An app whose process is killed, without warning, before it writes once more than it may. */
import type { App } from '#server/context.ts';
import type { Tx } from '#server/db/db.ts';

type Writing = 'insert' | 'update';

/** @param kinds what counts as writing @returns the app, and how often it has written so far */
export function dyingApp(app: App, writes: number, kinds: readonly Writing[]): { app: App; written(): number } {
  let written = 0;
  function dying(tx: Tx): Tx {
    const sql = new Proxy(tx.sql, {
      get(target, key) {
        if (kinds.some((kind) => kind === key) && (written += 1) > writes) process.kill(process.pid, 'SIGKILL');
        const member: unknown = Reflect.get(target, key);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    return { ...tx, sql };
  }
  const db: App['db'] = { ...app.db, transact: (work) => app.db.transact((tx) => work(dying(tx))) };
  return { app: { ...app, db }, written: () => written };
}
