/** One line a request, without its query: addresses carry no words of people, queries may. */
import type { RequestHandler } from 'express';
import type { Log } from '../log/log.ts';

export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once('close', () => {
      const level = levelOf(response.statusCode);
      if (!log.isLevelEnabled(level)) return;
      const line = {
        method: request.method,
        path: request.originalUrl.split('?')[0],
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
      };
      log[level](line, response.writableFinished ? 'answered' : 'left before the answer');
    });
    next();
  };
}

function levelOf(status: number): 'error' | 'warn' | 'debug' {
  if (status >= 500) return 'error';
  return status === 429 ? 'warn' : 'debug';
}
