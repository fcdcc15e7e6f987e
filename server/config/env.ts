/** The only place that reads the environment: raw names, parsed and no more. */
import { z } from 'zod';

const onOff = z.enum(['on', 'off']);

const env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().optional(),
  /** The address people type, when it is not http://HOST:PORT; https here turns secure cookies on. */
  PUBLIC_URL: z.url().optional(),
  DEMO: onOff.default('on'),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default('Kindling <kindling@localhost>'),
  /** Where letters are replied to, as `reply@example.org`, and what the mail provider shows when it hands a reply in. */
  INBOUND_MAIL_ADDRESS: z.email().optional(),
  INBOUND_MAIL_SECRET: z.string().min(32).optional(),
  /** Notices to browsers by web push, and the private key they know us by (32 bytes in base64url). */
  WEB_PUSH: onOff.default('on'),
  WEB_PUSH_KEY: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_LABEL: z.string().default('Single sign-on'),
  /** How many proxies stand in front; their word on the address of a caller is believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  RATE_LIMITS: onOff.default('on'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type Env = z.infer<typeof env>;

/** @throws Error naming every variable that does not read */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = env.safeParse(source);
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`The environment does not read: ${said}`);
}
