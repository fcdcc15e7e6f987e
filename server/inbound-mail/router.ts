/** Where a mail provider, or a small script behind a mail server, hands in replies: `POST /api/inbound-mail`. What it takes is in README.md beside this file. */
import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Request, Router } from 'express';
import { z } from 'zod';
import { parseOr } from '#shared/lib/field-problems.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../context.ts';
import { answerProblem } from '../http/api.ts';
import type { Limits } from '../http/limits.ts';
import { visitor } from '../policy/viewer.ts';
import { type InboundMail, takeMail } from './take-mail.ts';

/** A mail with photographs; a larger one is refused, and the mail server tells its sender. */
const largestMail = 15_000_000;

const wrapped = z.object({
  raw: z.base64('field.type').max(largestMail * 1.4),
  recipients: z.array(z.string().max(320)).max(100).default([]),
  sender: z.string().max(320).nullable().default(null),
});

export function inboundMailRouter(app: App, limits: Limits): Router {
  const router = Router();
  const inbound = app.config.inboundMail;
  if (inbound === null)
    return router.post('/inbound-mail', (_request, response) => answerProblem(app, response, new Problem('not-found', 'problem.not-found')));
  const body = express.raw({ type: ['message/rfc822', 'application/json'], limit: Math.round(largestMail * 1.4), inflate: false });
  router.post(
    '/inbound-mail',
    async (request, response, next) => {
      try {
        await admit(app, limits, inbound.secret, request);
        next();
      } catch (thrown) {
        answerProblem(app, response, thrown);
      }
    },
    (request, response, next) =>
      body(request, response, (thrown: unknown) => (thrown === undefined ? next() : answerProblem(app, response, asProblem(thrown)))),
    async (request, response) => {
      try {
        const did = await takeMail(app, inbound, mailIn(request), (personId) => limits.take('mailIn', personId));
        response.json({ did });
      } catch (thrown) {
        answerProblem(app, response, thrown);
      }
    },
  );
  return router;
}

/** Before a byte of the body is read. @throws Problem */
async function admit(app: App, limits: Limits, secret: string, request: Request): Promise<void> {
  if (isSame(shown(request.headers.authorization ?? ''), secret)) return;
  await limits.take('secret', request.ip ?? 'nobody');
  const problem = new Problem('not-allowed', 'mail.wrong-secret');
  await app.audit.refused({ viewer: visitor, action: 'mail.deliver', thing: null, problem: problem.body });
  throw problem;
}

/** `Bearer SECRET`, or `Basic` with the secret as the password, whatever the name. */
function shown(authorization: string): string {
  const [, scheme = '', credentials = ''] = /^(\w+) +(.*)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return credentials;
  return scheme.toLowerCase() === 'basic'
    ? Buffer.from(credentials, 'base64')
        .toString()
        .replace(/^[^:]*:/, '')
    : '';
}

/** In the same time whatever was shown. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [given, right].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** @throws Problem */
function mailIn(request: Request): InboundMail {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body) || body.length === 0) throw new Problem('invalid', 'problem.invalid');
  if (request.is('message/rfc822') !== false) return fitting({ raw: body, recipients: [], sender: null });
  const { raw, ...envelope } = parseOr(wrapped, jsonOr(body));
  return fitting({ raw: Buffer.from(raw, 'base64'), ...envelope });
}

function fitting(mail: InboundMail): InboundMail {
  if (mail.raw.length > largestMail) throw new Problem('too-large', 'problem.too-large');
  return mail;
}

function jsonOr(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}

function asProblem(thrown: unknown): unknown {
  const status: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'status') : null;
  if (status === 413) return new Problem('too-large', 'problem.too-large');
  return status === 400 || status === 415 ? new Problem('invalid', 'problem.invalid') : thrown;
}
