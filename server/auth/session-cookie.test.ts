import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { sessionToken } from './session-cookie.ts';

const secret = 'a secret that is long enough to be one';
const signed = (token: string, key = secret) => encodeURIComponent(`${token}.${createHmac('sha256', key).update(token).digest('base64')}`);
const read = (cookies: string) => sessionToken(cookies, 'k.session', secret);

test('reads a token that carries our signature, among other cookies', () => {
  expect(read(`a=1; k.session=${signed('token')}; b=2`)).toBe('token');
});

test.each([
  ['no cookie of that name', 'a=1; xk.session=2'],
  ['a token without a signature', 'k.session=token'],
  ['an empty token', `k.session=${signed('')}`],
  ['a signature by another secret', `k.session=${signed('token', 'another secret, as long as the first one')}`],
  ['a signature of another token', `k.session=${signed('token').replace('token', 'other')}`],
  ['a signature cut short', `k.session=${signed('token').slice(0, -6)}`],
  ['what cannot be decoded', 'k.session=%E0%A4%A'],
  ['two cookies of the name', `k.session=${signed('token')}; k.session=${signed('other')}`],
])('leaves to better-auth: %s', (_what, cookies) => {
  expect(read(cookies)).toBeNull();
});
