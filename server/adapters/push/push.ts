/** Web push: a note to a browser, by whatever service the browser chose. That address came from a page, so it may lead only to the public internet. */
import { lookup as resolve } from 'node:dns';
import { createECDH, createPrivateKey, createSign } from 'node:crypto';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Clock } from '#shared/lib/clock.ts';
import { type BrowserKeys, encrypt } from './encrypt.ts';
import { isPublicAddress } from './public-address.ts';

export interface PushNote {
  readonly endpoint: string;
  readonly keys: BrowserKeys;
  readonly note: object;
  /** How long the service may hold it for a browser that is off. */
  readonly ttlSeconds: number;
}

export interface Push {
  /** Our public key, which browsers subscribe with (RFC 8292); null when nothing is pushed here. */
  readonly key: string | null;
  /** Whether an address could be a push service's. */
  mayReach(endpoint: string): boolean;
  /** @returns "gone" when the browser takes no more @throws PushRefused, or what the net throws */
  send(note: PushNote): Promise<'sent' | 'gone'>;
}

/** The service answered, and not with yes. */
export class PushRefused extends Error {
  readonly responseCode: number;
  constructor(responseCode: number) {
    super(`the push service answered ${responseCode}`);
    this.responseCode = responseCode;
  }
}

/** What stands between us and the net. The program has this one; a test that is its own push service brings another. */
export interface PushDoor {
  isPublic(address: string): boolean;
  readonly port: number;
  /** Whom to believe besides the usual authorities. */
  readonly ca?: string;
}
const door: PushDoor = { isPublic: isPublicAddress, port: 443 };

const patienceMs = 15_000;
const proofLastsSeconds = 12 * 3600;

/** @param privateKey 32 bytes in base64url; null pushes nothing @param contact a `mailto:` or `https:` address of whoever runs this server */
export function makePush({
  privateKey,
  contact,
  clock,
  out = door,
}: {
  privateKey: string | null;
  contact: string;
  clock: Clock;
  out?: PushDoor | undefined;
}): Push {
  if (privateKey === null) return { key: null, mayReach: () => false, send: async () => 'gone' };
  const { key, prove } = proofs(privateKey, contact, clock);
  return {
    key,
    mayReach: (endpoint) => targetOf(endpoint, out) !== null,
    async send({ endpoint, keys, note, ttlSeconds }) {
      const target = targetOf(endpoint, out);
      if (target === null) return 'gone';
      const body = encrypt(Buffer.from(JSON.stringify(note)), keys);
      const headers = {
        authorization: prove(target.origin),
        ttl: ttlSeconds,
        urgency: 'normal',
        'content-encoding': 'aes128gcm',
        'content-length': body.length,
      };
      const status = await post(target, out, headers, body);
      if (status === 404 || status === 410) return 'gone';
      if (status < 200 || status > 299) throw new PushRefused(status);
      return 'sent';
    },
  };
}

/** Null when this address may not be asked. A name is looked at again when it is resolved. */
function targetOf(endpoint: string, out: PushDoor): URL | null {
  const target = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (target?.protocol !== 'https:' || target.username !== '' || target.password !== '') return null;
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const port = target.port === '' ? 443 : Number(target.port);
  return port === out.port && (isIP(host) === 0 || out.isPublic(host)) ? target : null;
}

/** The connection goes to the very address that was looked at: a name that changes its mind in between gains nothing. No redirect is followed. */
function post(target: URL, out: PushDoor, headers: Record<string, string | number>, body: Buffer): Promise<number> {
  const lookup: LookupFunction = (name, options, done) =>
    resolve(name, { ...options, all: true }, (err, found) => {
      const barred = err ?? (found.every(({ address }) => out.isPublic(address)) ? null : new Error('a push address inside our own net'));
      const [first] = found ?? [];
      if (barred !== null || first === undefined) return done(barred ?? new Error('no address'), '', 0);
      return options.all === true ? done(null, found) : done(null, first.address, first.family);
    });
  return new Promise((done, fail) => {
    const asked = request(target, { method: 'POST', headers, lookup, agent: false, ...(out.ca === undefined ? {} : { ca: out.ca }) }, (answer) => {
      answer.destroy();
      done(answer.statusCode ?? 0);
    });
    const patience = setTimeout(() => asked.destroy(new Error('a push service that does not answer')), patienceMs);
    asked
      .once('error', fail)
      .once('close', () => clearTimeout(patience))
      .end(body);
  });
}

/** RFC 8292: each request shows who sends, signed for its service alone. */
function proofs(privateKey: string, contact: string, clock: Clock) {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const signing = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', d: privateKey, x, y }, format: 'jwk' });
  const key = point.toString('base64url');
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    key,
    prove(origin: string): string {
      const exp = Math.floor(clock.now().getTime() / 1000) + proofLastsSeconds;
      const claims = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: origin, exp, sub: contact })}`;
      const signature = createSign('sha256').update(claims).sign({ key: signing, dsaEncoding: 'ieee-p1363' });
      return `vapid t=${claims}.${signature.toString('base64url')}, k=${key}`;
    },
  };
}
