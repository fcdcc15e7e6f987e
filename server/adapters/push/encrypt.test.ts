import { createECDH, randomBytes } from 'node:crypto';
import ece from 'http_ece';
import { expect, test } from 'vitest';
import { areBrowserKeys, encrypt } from './encrypt.ts';

/** RFC 8291, appendix A. */
const rfc = {
  plain: 'When I grow up, I want to be a watermelon',
  privateKey: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};
const bytes = (text: string) => Buffer.from(text, 'base64url');

test('encrypts as the example of the RFC, byte for byte', () => {
  const { salt, privateKey, ...keys } = rfc;
  const made = encrypt(Buffer.from(rfc.plain), keys, { salt: bytes(salt), privateKey: bytes(privateKey), padded: false });
  expect(made.toString('base64url')).toBe(rfc.body);
});

test('a browser reads it with another implementation, every note is as long as any other, and none is the same twice', () => {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16).toString('base64url');
  const keys = { p256dh: browser.getPublicKey('base64url'), auth };
  const sent = ['{}', 'é'.repeat(500), '{}'].map((text) => encrypt(Buffer.from(text), keys));
  expect(sent.map((body) => ece.decrypt(body, { version: 'aes128gcm', privateKey: browser, authSecret: auth }).toString())).toEqual([
    '{}',
    'é'.repeat(500),
    '{}',
  ]);
  expect(new Set(sent.map((body) => body.length)).size).toBe(1);
  expect(sent[0]?.equals(sent[2] ?? Buffer.of())).toBe(false);
  expect(() => encrypt(Buffer.alloc(3000), keys)).toThrow(RangeError);
});

test.each([
  ['too short', 'BAAA', rfc.auth],
  ['no point of the curve', Buffer.concat([Buffer.of(4), Buffer.alloc(64, 1)]).toString('base64url'), rfc.auth],
  ['compressed', Buffer.concat([Buffer.of(2), Buffer.alloc(64, 1)]).toString('base64url'), rfc.auth],
  ['a secret of another length', rfc.p256dh, 'BTBZ'],
])('keys no browser makes are known: %s', (_what, p256dh, auth) => {
  expect(areBrowserKeys({ p256dh, auth })).toBe(false);
});

test('keys a browser makes are known', () => {
  expect(areBrowserKeys(rfc)).toBe(true);
});
