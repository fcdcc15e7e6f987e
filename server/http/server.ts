/** The web server: health, coming in, the API, and the client's files. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { toNodeHandler } from 'better-auth/node';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import sirv from 'sirv';
import { z } from 'zod';
import { quietToken } from '#shared/features/notices/model.ts';
import { parseOr } from '#shared/lib/field-problems.ts';
import { callerHeader } from '../auth/auth.ts';
import { withoutDeadSession } from '../auth/dead-cookie.ts';
import type { App } from '../context.ts';
import { makeQuiet } from '../features/notices/wishes/commands.ts';
import { inboundMailRouter } from '../inbound-mail/router.ts';
import { answerProblem, apiRouter } from './api.ts';
import { fileRouter } from './files.ts';
import { makeLimits } from './limits.ts';
import { requestLog } from './request-log.ts';
import { uploadRouter } from './uploads.ts';

const quietLink = z.object({ token: quietToken });

export function webServer(app: App, isReady: () => boolean): Express {
  const web = express();
  const limits = makeLimits(app.config.rateLimits);
  web.disable('x-powered-by');
  web.set('trust proxy', app.config.trustProxy);
  web.use('/api', requestLog(app.log));
  web.use(safety(app.url.startsWith('https:')));
  web.get('/healthz', (_request, response) => void response.json({ ok: true }));
  web.get('/readyz', async (_request, response) => {
    try {
      await app.db.ping();
      response.status(isReady() ? 200 : 503).json({ ok: isReady() });
    } catch {
      response.status(503).json({ ok: false });
    }
  });
  web.all('/api/auth/{*rest}', knownCaller, withoutDeadSession(app), toNodeHandler(app.auth));
  web.use('/api', apiRouter(app, limits), fileRouter(app, limits), uploadRouter(app, limits), inboundMailRouter(app, limits));
  // A mail program's one tap (RFC 8058) comes here, without a cookie and with a body we need not read; a person who opens the link gets a page that asks.
  web.post('/quiet/:token', async (request, response) => {
    try {
      await limits.take('secret', request.ip ?? 'nobody');
      await makeQuiet(app, parseOr(quietLink, request.params).token, true);
      response.json({ ok: true });
    } catch (thrown) {
      answerProblem(app, response, thrown);
    }
  });
  web.use(clientFiles(path.join(app.config.root, 'dist/client')));
  const lastResort: ErrorRequestHandler = (thrown, _request, response, _next) => answerProblem(app, response, thrown);
  return web.use(lastResort);
}

/** The caller's address goes to better-auth in a header of ours, whatever the caller wrote there. */
const knownCaller: RequestHandler = (request, _response, next) => {
  request.headers[callerHeader] = request.ip ?? '0.0.0.0';
  next();
};

function safety(secure: boolean): RequestHandler {
  const own = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: own,
        connectSrc: own,
        workerSrc: own,
        manifestSrc: own,
        baseUri: ["'none'"],
        formAction: own,
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
}

/** The built client: hashed files for ever, everything else asked again; any other page is the client's own to route. */
function clientFiles(folder: string): RequestHandler {
  if (!existsSync(folder))
    return (_request, response) => void response.status(503).type('text').send('The client is not built yet: run npm run build.');
  return sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    single: true,
    dotfiles: false,
    setHeaders: (response, pathname) =>
      response.setHeader('cache-control', pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
}
