/** Logs as JSON lines; no names, notes or free text of people, no cookies, no tokens. */
import { pino, type Logger } from 'pino';

export type Log = Logger;

export function makeLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'], censor: '[kept out]' },
  });
}
