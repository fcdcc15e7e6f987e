/** Seeds the demo into the folder of the first argument, and is killed before it has written as many rows as the second says. */
import { fileURLToPath } from 'node:url';
import { makeApp } from '#server/app.ts';
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import type { App } from '#server/context.ts';
import type { Tx } from '#server/db/db.ts';
import { seedDemo } from '#server/seed/seed-demo.ts';

const [dataDir = '', writes = ''] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const { app } = await makeApp(configFrom(readEnv({ DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'silent' }), root), 'http://127.0.0.1');
let written = 0;

function dying(tx: Tx): Tx {
  const sql = new Proxy(tx.sql, {
    get(target, key) {
      if (key === 'insert' && (written += 1) > Number(writes)) process.kill(process.pid, 'SIGKILL');
      const member: unknown = Reflect.get(target, key);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
  return { ...tx, sql };
}

const db: App['db'] = { ...app.db, transact: (work) => app.db.transact((tx) => work(dying(tx))) };
await seedDemo({ ...app, db });
process.stdout.write(`written ${written}\n`);
process.exit(0);
