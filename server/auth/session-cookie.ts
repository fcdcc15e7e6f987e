/** The cookie better-auth keeps a session's token in: `token.signature`, signed with our secret by HMAC-SHA-256. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The token in a Cookie header; null when there is none that carries our signature.
 * A null is no verdict: better-auth itself is asked then, so a change of its format costs time and lets nobody in.
 */
export function sessionToken(cookies: string, name: string, secret: string): string | null {
  const found = cookies
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const value = decoded(only.slice(name.length + 1));
  const dot = value.lastIndexOf('.');
  if (dot <= 0) return null;
  const token = value.slice(0, dot);
  const signature = Buffer.from(value.slice(dot + 1), 'base64');
  const ours = createHmac('sha256', secret).update(token).digest();
  return signature.length === ours.length && timingSafeEqual(signature, ours) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
