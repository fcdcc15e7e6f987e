/** The contract served under `/api/v1`, its OpenAPI document, and a page to read it on. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { fromNodeHeaders } from 'better-auth/node';
import express, { type RequestHandler, Router, type Request, type Response } from 'express';
// By its own file: the package's entry loads all of the documentation's script into the server.
import absolutePath from 'swagger-ui-dist/absolute-path.js';
import { contract } from '#shared/contract/contract.ts';
import { Problem, type ProblemBody } from '#shared/lib/problem.ts';
import { auditRefusal } from '../audit/refused-request.ts';
import { viewerOf } from '../auth/sign-in.ts';
import type { App } from '../context.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { Allowance, Limits } from './limits.ts';
import { isForeign } from './origin.ts';
import { asOrpcError, errorBody } from './problems.ts';
import { readyJson } from './ready-json.ts';
import { routes } from './routes.ts';

const smallBody = 100_000;
const fileBody = 7_000_000;

/** Paths that spend an allowance of their own. */
const special: readonly [RegExp, Allowance][] = [
  [/^\/(invites\/(look|redeem)|claims\/redeem|answer-links\/(look|answer))$/, 'secret'],
  [/^\/sparks\/similar$/, 'suggest'],
  [/^\/bring-ins\//, 'bringIn'],
];

export function apiRouter(app: App, limits: Limits): Router {
  const router = Router();
  const handlers = { small: handlerFor(app, smallBody), file: handlerFor(app, fileBody) };
  router.use('/v1', async (request, response) => {
    response.setHeader('cache-control', 'no-store');
    const handler = request.path.startsWith('/bring-ins/') ? handlers.file : handlers.small;
    try {
      const viewer = await admit(app, limits, request);
      const context = {
        app,
        viewer,
        headers: () => fromNodeHeaders(request.headers),
        setCookie: (cookie: string) => void response.appendHeader('set-cookie', cookie),
        retryAfter: (problem: ProblemBody) => sayWhen(response, problem),
      };
      const { matched } = await app.audit.asking(viewer, () => handler.handle(request, response, { prefix: '/api/v1', context }));
      if (!matched) throw new Problem('not-found', 'problem.not-found');
    } catch (thrown) {
      answerProblem(app, response, thrown);
    }
  });
  return router.use(documents());
}

/** Lets a request in, or says why not. `allowance`: of its own, instead of what its path spends. @throws Problem */
export async function admit(app: App, limits: Limits, request: Request, allowance?: Allowance): Promise<Viewer> {
  const changing = request.method !== 'GET' && request.method !== 'HEAD';
  const viewer = await viewerOf(app, request.headers);
  if (changing && isForeign(request, app.config.publicUrl)) {
    const foreign = new Problem('not-allowed', 'problem.foreign-origin');
    // Whose browser was used is known; what for is not looked at, since some of it would be unnamed.
    await app.audit.refused({ viewer, action: 'foreign-request', thing: null, problem: foreign.body });
    throw foreign;
  }
  const who = viewer.personId ?? request.ip ?? 'nobody';
  await limits.take(allowance ?? special.find(([pattern]) => pattern.test(request.path))?.[1] ?? (changing ? 'write' : 'read'), who);
  return viewer;
}

/** Sends what was thrown as a Problem. */
export function answerProblem(app: App, response: Response, thrown: unknown): void {
  if (response.headersSent) return;
  const error = asOrpcError(thrown, app.log);
  sayWhen(response, error.data);
  response.status(error.status).json(error.data);
}

/** The time to try again as the head of an answer says it: whole seconds. */
function sayWhen(response: Response, { retryAfterMs }: ProblemBody): void {
  if (retryAfterMs !== undefined) response.setHeader('retry-after', Math.ceil(retryAfterMs / 1000));
}

function handlerFor(app: App, maxBodySize: number) {
  return new OpenAPIHandler(routes, {
    plugins: [new BodyLimitPlugin({ maxBodySize })],
    customErrorResponseBodyEncoder: errorBody,
    customJsonSerializers: [readyJson],
    clientInterceptors: [
      async ({ next, path: route, procedure, input, context }) => {
        try {
          return await next();
        } catch (thrown) {
          const error = asOrpcError(thrown, app.log);
          context.retryAfter(error.data);
          if (procedure['~orpc'].route.method !== 'GET')
            await auditRefusal(app, context.viewer, { route: route.join('.'), input, problem: error.data });
          throw error;
        }
      },
    ],
  });
}

function documents(): Router {
  const router = Router();
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  let document: Promise<unknown> | null = null;
  const openApi: RequestHandler = async (_request, response) => {
    document ??= generator.generate(contract, {
      info: {
        title: 'Kindling',
        version: '1',
        description: 'Everything the screens do, one may do from a tool of one’s own. Sign in at /api/auth; send the cookie along.',
      },
      servers: [{ url: '/api/v1' }],
      security: [{ cookie: [] }],
      components: { securitySchemes: { cookie: { type: 'apiKey', in: 'cookie', name: 'kindling.session_token' } } },
    });
    response.json(await document);
  };
  router.get('/openapi.json', openApi);
  const page = readFileSync(path.join(absolutePath(), 'index.html'), 'utf8');
  router.get('/docs', (request, response) => {
    if (!request.originalUrl.split('?')[0]?.endsWith('/')) return response.redirect(301, '/api/docs/');
    return response.type('html').send(page);
  });
  router.get('/docs/swagger-initializer.js', (_request, response) => {
    response
      .type('js')
      .send("window.onload=()=>{window.ui=SwaggerUIBundle({url:'/api/openapi.json',dom_id:'#swagger-ui',presets:[SwaggerUIBundle.presets.apis]})};");
  });
  return router.use('/docs', express.static(absolutePath(), { index: false }));
}
