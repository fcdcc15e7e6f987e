/** Mail of programs, and mail made to be hard to read: neither is posted, answered or slow. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { aMail, handIn, inboundEnv, replyAddressOf } from '#tests/helpers/inbound.ts';
import { type KeptLetter, type Mailbox, openMailbox } from '#tests/helpers/smtp.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let mailbox: Mailbox;
let ruth: Somebody;
let letter: KeptLetter;
let sparkId: string;
beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startTestServer({ env: { SMTP_URL: mailbox.url, ...inboundEnv } });
  ruth = await server.join('Ruth');
});
afterAll(async () => {
  await server.close();
  await mailbox.close();
});
beforeEach(async () => {
  const dev = await server.join('Dev');
  sparkId = newId();
  await ruth.call.sparks.post({ id: sparkId, kind: 'need', text: 'Bins are far away.', siteId: null, nameShown: 'name' });
  await ruth.call.sparks.comment({ id: sparkId, commentId: newId(), text: 'You know.', mentions: [dev.personId] });
  await server.jobs.run();
  letter = mailbox.letters.at(-1) ?? letter;
});
const to = () => replyAddressOf(letter);

test.each([
  ['Auto-Submitted', 'auto-replied'],
  ['Precedence', 'bulk'],
  ['X-Auto-Response-Suppress', 'All'],
  ['Return-Path', '<>'],
  ['From', 'Mail Delivery <MAILER-DAEMON@example.org>'],
  ['Content-Type', 'multipart/report; boundary=b'],
])('a program’s mail is left alone: %s: %s', async (name, value) => {
  const before = mailbox.letters.length;
  expect(await handIn(server, aMail(to(), { fields: { [name]: value } }))).toEqual({ status: 200, did: 'ignored' });
  await server.jobs.run();
  expect(mailbox.letters).toHaveLength(before);
  expect((await ruth.call.sparks.read({ id: sparkId })).replies).toHaveLength(1);
});

test('our own letter that comes back begins no loop', async () => {
  expect((await handIn(server, letter.source.replace(/^To: .*$/m, `To: ${to()}`))).did).toBe('ignored');
});

const megabyte = 1_000_000;
test.each([
  ['half a million parts', { 'Content-Type': 'multipart/mixed; boundary=b' }, '--b\r\n\r\nx\r\n'.repeat((5 * megabyte) / 9)],
  ['mails in mails', { 'Content-Type': 'message/rfc822' }, 'Content-Type: message/rfc822\r\n\r\n'.repeat(30_000)],
  ['blank lines without end', { 'Content-Type': 'text/html' }, '\r\n '.repeat(megabyte)],
  ['a head without end', { 'X-A': 'a '.repeat(megabyte) }, 'x'],
  ['an address without end', { Cc: 'a:b;'.repeat(300_000) }, 'x'],
  [
    'a parameter in a hundred thousand pieces',
    { 'Content-Type': `text/plain; ${Array.from({ length: 100_000 }, (_, n) => `a*${n}=x`).join('; ')}` },
    'x',
  ],
])(
  '%s cost no more than a moment',
  async (_what, fields, body) => {
    const began = performance.now();
    expect((await handIn(server, aMail(to(), { fields, body }))).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(20_000);
  },
  60_000,
);

test('a mail larger than any mail is refused', async () => {
  expect((await handIn(server, Buffer.alloc(22 * megabyte, 'x'))).status).toBe(413);
  const inBase64 = JSON.stringify({ raw: Buffer.alloc(15.1 * megabyte, 'x').toString('base64') });
  expect((await handIn(server, inBase64, { 'content-type': 'application/json' })).status).toBe(413);
  expect((await handIn(server, '')).status).toBe(400);
});
