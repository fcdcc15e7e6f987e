/** What the server is told, typed and refused when it contradicts itself. */
import { createECDH, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { longestMailboxName } from '../letters/reply-address.ts';
import type { Env } from './env.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** `postgres://...` or the path of the SQLite file. */
  readonly database: string;
  readonly publicUrl: string | null;
  readonly demo: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Where letters are replied to, and what the mail provider shows that hands a reply in. */
  readonly inboundMail: { readonly address: string; readonly secret: string } | null;
  /** The private key browsers know us by; null when nothing is pushed. */
  readonly pushKey: string | null;
  readonly authSecret: string;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly label: string } | null;
  readonly trustProxy: number;
  readonly rateLimits: boolean;
  readonly logLevel: string;
  /** Where package.json, drizzle/ and dist/ are. */
  readonly root: string;
}

/** Where the data lies; nothing is made. */
export function dataOf(env: Env, root: string): Pick<Config, 'dataDir' | 'database'> {
  const dataDir = path.resolve(root, env.DATA_DIR);
  return { dataDir, database: env.DATABASE_URL ?? path.join(dataDir, 'kindling.sqlite') };
}

/** @throws Error when two settings contradict each other */
export function configFrom(env: Env, root: string): Config {
  const { dataDir, database } = dataOf(env, root);
  mkdirSync(dataDir, { recursive: true });
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir,
    database,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    demo: env.DEMO === 'on',
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    pushKey: env.WEB_PUSH === 'on' ? (env.WEB_PUSH_KEY ?? kept(dataDir, 'push-key', newPushKey)) : null,
    inboundMail: inboundMailFrom(env),
    authSecret: env.AUTH_SECRET ?? kept(dataDir, 'secret', () => randomBytes(48).toString('base64url')),
    oidc: oidcFrom(env),
    trustProxy: env.TRUST_PROXY,
    rateLimits: env.RATE_LIMITS === 'on',
    logLevel: env.LOG_LEVEL,
    root,
  };
}

function oidcFrom(env: Env): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_LABEL: label } = env;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new Error('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none');
  return { issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret, label };
}

function inboundMailFrom({ INBOUND_MAIL_ADDRESS: address, INBOUND_MAIL_SECRET: secret }: Env): Config['inboundMail'] {
  if (address === undefined && secret === undefined) return null;
  if (address === undefined || secret === undefined) throw new Error('INBOUND_MAIL_ADDRESS and INBOUND_MAIL_SECRET go together: set both or none');
  const tooLong = address.indexOf('@') > longestMailboxName;
  if (tooLong || address.includes('+')) throw new Error(`INBOUND_MAIL_ADDRESS: ${longestMailboxName} characters at most before the @, and no +`);
  return { address, secret };
}

/** A secret made once and kept beside the data, so that sessions and subscriptions outlive a restart. */
function kept(dataDir: string, name: string, make: () => string): string {
  const file = path.join(dataDir, name);
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

function newPushKey(): string {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString('base64url');
}
