/** Seeds the demo into the folder of the first argument, and is killed before it has written as many rows as the second says. */
import { fileURLToPath } from 'node:url';
import { makeApp } from '#server/app.ts';
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import { seedDemo } from '#server/seed/seed-demo.ts';
import { dyingApp } from './dying.ts';

const [dataDir = '', writes = ''] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const { app } = await makeApp(configFrom(readEnv({ DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'silent' }), root), 'http://127.0.0.1');
const dying = dyingApp(app, Number(writes), ['insert']);
await seedDemo(dying.app);
process.stdout.write(`written ${dying.written()}\n`);
process.exit(0);
