/** A change must come from one of our own pages, or from a tool that is no browser. */
import type { IncomingMessage } from 'node:http';

/** Whether a request's Origin is this very host (or the address the place is known by). A missing Origin is for the caller to weigh. */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether a browser sent this request for a page of another site. */
export function isForeign(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined) return !isOwnOrigin(origin, host, publicUrl);
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
