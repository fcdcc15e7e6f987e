/** Takes due asks of the folder of the first argument one level up, and is killed before it has written as often as the second says. */
import { fileURLToPath } from 'node:url';
import { makeApp } from '#server/app.ts';
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import { carryOutStepUps } from '#server/features/asks/step-up/carry-out.ts';
import { dyingApp } from './dying.ts';

const [dataDir = '', writes = ''] = process.argv.slice(2);
const root = fileURLToPath(new URL('../..', import.meta.url));
const { app } = await makeApp(configFrom(readEnv({ DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'silent' }), root), 'http://127.0.0.1');
const dying = dyingApp(app, Number(writes), ['insert', 'update']);
const done = await carryOutStepUps(dying.app);
process.stdout.write(`done ${done}, written ${dying.written()}\n`);
process.exit(0);
