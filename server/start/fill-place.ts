/** Filling an empty folder with the demo takes memory that a process hardly gives back: it is the work of another that ends. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { makeApp } from '../app.ts';
import type { Config } from '../config/config.ts';
import { isPostgres } from '../db/open.ts';
import { openPlace } from './open-place.ts';

/** Where there is no database file yet and a demo is wanted, has `main` fill the folder, and waits. What it leaves undone is done when the place is opened. */
export async function fillBeside({ demo, database }: Config, main: string, url: string): Promise<void> {
  if (demo && !isPostgres(database) && !existsSync(database)) await once(fork(main, ['fill', url]), 'exit');
}

/** @param url where people will reach the place */
export async function fillPlace(config: Config, url: string): Promise<void> {
  const { app, close } = await makeApp(config, url);
  await openPlace(app);
  await close();
}
