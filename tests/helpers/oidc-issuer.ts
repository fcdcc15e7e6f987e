/** A small OpenID Connect issuer on a free port: discovery, one signing key, PKCE checked. It lets in whoever `person` says, without asking. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { systemClock } from '#shared/lib/clock.ts';

export interface Claims {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

export interface Issuer {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who comes next. */
  person: Claims;
  /** Signs with a key that is not the published one. */
  forging: boolean;
  /** What each authorization asked for. */
  readonly asked: URLSearchParams[];
  close(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string | null;
  readonly redirectUri: string;
}

export async function startIssuer(): Promise<Issuer> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server listening on a port has an AddressInfo.
  const url = `http://127.0.0.1:${port}`;
  const issuer: Issuer = {
    url,
    clientId: 'kindling',
    clientSecret: 'a secret between the two',
    person: { sub: 'one', email: 'one@example.org', email_verified: true, name: 'One' },
    forging: false,
    asked: [],
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
  return issuer;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', url);
    if (asked.pathname === '/.well-known/openid-configuration') return json(response, configuration(url));
    if (asked.pathname === '/jwks')
      return json(response, { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
    if (asked.pathname === '/authorize') return authorize(asked.searchParams, response);
    if (asked.pathname === '/token') return token(new URLSearchParams(await text(request)), request, response);
    response.writeHead(404).end();
  }

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    issuer.asked.push(asked);
    const code = randomBytes(16).toString('hex');
    const redirectUri = asked.get('redirect_uri') ?? '';
    grants.set(code, { challenge: asked.get('code_challenge') ?? '', nonce: asked.get('nonce'), redirectUri });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  function token(body: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    const grant = grants.get(body.get('code') ?? '');
    grants.delete(body.get('code') ?? '');
    const basic = `Basic ${Buffer.from(`${issuer.clientId}:${issuer.clientSecret}`).toString('base64')}`;
    const known = body.get('client_secret') === issuer.clientSecret || request.headers.authorization === basic;
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant === undefined || !known || challenge !== grant.challenge || body.get('redirect_uri') !== grant.redirectUri)
      return void response.writeHead(400).end('{"error":"invalid_grant"}');
    const now = Math.floor(systemClock.now().getTime() / 1000);
    const claims = {
      iss: url,
      aud: issuer.clientId,
      iat: now,
      exp: now + 300,
      ...(grant.nonce === null ? {} : { nonce: grant.nonce }),
      ...issuer.person,
    };
    json(response, {
      access_token: randomBytes(16).toString('hex'),
      token_type: 'Bearer',
      expires_in: 300,
      id_token: signed(claims, issuer.forging ? other.privateKey : keys.privateKey),
    });
  }
}

function configuration(url: string) {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function signed(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${part(claims)}`;
  return `${head}.${createSign('RSA-SHA256').update(head).sign(key).toString('base64url')}`;
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
