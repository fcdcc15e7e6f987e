/** Proves the check of imports.ts: each rule finds a planted violation, and leaves its permitted neighbour alone. */
import { expect, test } from 'vitest';
import { violations } from './imports.ts';
import { IMPORT_RULES, WORD_RULES } from './rules.ts';

const PLANTED: [rule: string, file: string, source: string][] = [
  ['shared-is-pure', 'shared/lib/a.ts', `import { readFileSync } from 'node:fs';`],
  ['shared-is-pure', 'shared/lib/a.ts', `import { readFileSync } from 'fs';`],
  ['shared-is-pure', 'shared/lib/a.ts', `import type { App } from '#server/app.ts';`],
  ['lib-is-the-floor', 'shared/lib/a.ts', `import { can } from '../policy/can.ts';`],
  ['client-without-server', 'client/ui/a.ts', `import type { Row } from '#server/db/db.ts';`],
  ['client-without-server', 'client/ui/a.ts', `const x = await import('#drizzle/schema.sqlite.ts');`],
  ['client-without-server', 'client/ui/a.ts', `export { sql } from 'drizzle-orm';`],
  ['server-without-client', 'server/app.ts', `import { theme } from '#client/ui/theme.ts';`],
  ['tests-stay-outside', 'server/app.ts', `import { world } from '#tests/helpers/world.ts';`],
  ['tests-stay-outside', 'server/app.ts', `import { fake } from './app.test.ts';`],
  ['features-are-islands', 'server/features/sparks/commands.ts', `import { find } from '../people/store.ts';`],
  ['features-are-islands', 'client/features/sparks/wall.tsx', `import { Face } from '../people/face.tsx';`],
  ['features-are-islands', 'server/features/sparks/commands.ts', `import { contract } from '#shared/features/people/contract.ts';`],
  ['floors-know-no-feature', 'client/ui/face.tsx', `import { x } from '../features/people/me.ts';`],
  ['sql-in-stores', 'server/features/sparks/commands.ts', `import { eq } from 'drizzle-orm';`],
  ['sql-in-stores', 'server/http/api.ts', `import Database from 'better-sqlite3';`],
  ['sockets-in-realtime', 'server/app.ts', `import { Server } from 'socket.io';`],
  ['sockets-in-realtime', 'client/features/sparks/live.ts', `import { io } from 'socket.io-client';`],
  ['yjs-behind-board-doc', 'server/features/boards/commands.ts', `import * as Y from 'yjs';`],
  ['yjs-behind-board-doc', 'client/features/boards/page.tsx', `import { IndexeddbPersistence } from 'y-indexeddb';`],
  ['device-in-one-file', 'client/ui/a.ts', `import { get } from 'idb-keyval';`],
  ['device-in-one-file', 'client/ui/a.ts', `window.localStorage.setItem('a', 'b');`],
  ['device-in-one-file', 'client/ui/a.ts', `const kept = sessionStorage.getItem('a');`],
  ['environment-read-once', 'server/app.ts', `const port = process.env['PORT'];`],
  ['environment-read-once', 'server/app.ts', `import { env } from 'node:process';`],
  ['one-clock', 'server/app.ts', `const now = Date.now();`],
  ['one-clock', 'server/app.ts', `const now = new Date();`],
  ['one-source-of-chance', 'server/app.ts', `const id = Math.random();`],
  ['one-source-of-chance', 'server/app.ts', `const id = crypto.randomUUID();`],
  ['one-source-of-chance', 'server/app.ts', `import { nanoid } from 'nanoid';`],
  ['no-console', 'server/app.ts', `console.log('hello');`],
  ['rooms-by-name', 'server/app.ts', `import { newId } from '../shared/lib/ids.ts';`],
  ['rooms-by-name', 'server/app.ts', `import { start } from './start';`],
  ['no-barrels', 'server/boards/index.ts', `export * from './room.ts';\nexport { gate } from './gate.ts';`],
  ['no-barrels', 'server/boards/index.ts', `import { gate } from './gate.ts';\nexport { gate };`],
  ['named-exports', 'server/app.ts', `export default function app() {}`],
  ['one-idea-per-file', 'server/app.ts', '// a line\n'.repeat(301)],
];

const HARMLESS: [file: string, source: string][] = [
  ['shared/board/a.ts', `import * as Y from 'yjs';\nimport { z } from 'zod';\nexport const a = [Y, z];`],
  [
    'server/features/sparks/commands.ts',
    `import type { PersonName } from '#shared/features/people/model.ts';\nimport { find } from './store.ts';\nexport const a = find;`,
  ],
  ['server/features/sparks/store.ts', `import { eq } from 'drizzle-orm';\nexport const a = eq;`],
  ['server/realtime/live.ts', `import { Server } from 'socket.io';\nexport const a = Server;`],
  [
    'server/app.ts',
    `/** Never process.env, Date.now() or console.log here. */\nexport const a = 'Math.random() and localStorage';\nexport const b = new Date(0);`,
  ],
  ['server/app.test.ts', `import { world } from '#tests/helpers/world.ts';\nconsole.log(Date.now(), world);`],
  ['client/ui/styles.ts', `import './base.css';\nimport './tokens.css';`],
  ['client/app/app.tsx', `import { Page } from '#client/ui/page.tsx';\nexport const a = Page;`],
  ['client/vite.config.ts', `import { readFileSync } from 'node:fs';\nexport default readFileSync;`],
  ['client/ui/a.tsx', `import './a.module.css';\nexport function A() {\n  return <p>console.log</p>;\n}`],
];

test.each(PLANTED)('%s is found in %s: %s', (rule, file, source) => {
  expect(violations(new Map([[file, source]])).map((one) => one.rule)).toContain(rule);
});

test.each(HARMLESS)('%s is left alone: %s', (file, source) => {
  expect(violations(new Map([[file, source]]))).toEqual([]);
});

test('a circle of imports is found, also through re-exports', () => {
  const files = new Map([
    ['server/a.ts', `import { b } from './b.ts';\nexport const a = b;`],
    ['server/b.ts', `export { c } from './c.ts';\nexport const b = 1;`],
    ['server/c.ts', `import { a } from './a.ts';\nexport const c = a;`],
  ]);
  expect(violations(files)).toMatchObject([{ rule: 'no-cycles', import: 'server/a.ts <-> server/b.ts <-> server/c.ts' }]);
});

test('types and lazy imports close no circle', () => {
  const files = new Map([
    ['server/a.ts', `import type { B } from './b.ts';\nexport const a: B = 1;`],
    ['server/b.ts', `import { a } from './a.ts';\nexport type B = number;\nexport const b = a;`],
    ['server/c.ts', `import { d } from './d.ts';\nexport const c = d;`],
    ['server/d.ts', `export const d = () => import('./c.ts');`],
  ]);
  expect(violations(files)).toEqual([]);
});

test('a file that cannot be parsed is an error, not a pass', () => {
  expect(() => violations(new Map([['server/a.ts', 'export const = ;']]))).toThrow('server/a.ts');
});

test('every rule has a planted violation', () => {
  const planted = new Set(PLANTED.map(([rule]) => rule));
  for (const rule of [...IMPORT_RULES, ...WORD_RULES]) expect(planted).toContain(rule.name);
});
