import { afterEach, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker, anInitiative } from '#tests/helpers/an-initiative.ts';
import { aMail, handIn, inboundEnv, replyAddressOf } from '#tests/helpers/inbound.ts';
import { openMailbox } from '#tests/helpers/smtp.ts';
import { startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function start(env: NodeJS.ProcessEnv): Promise<TestServer> {
  const server = await startTestServer({ env });
  closing.push(() => server.close());
  return server;
}

test('without the settings letters have no reply address, and nothing can be handed in', async () => {
  const mailbox = await openMailbox();
  closing.push(mailbox.close);
  const server = await start({ SMTP_URL: mailbox.url });
  const ruth = await server.join('Ruth');
  const dev = await server.join('Dev');
  const id = await anInitiative(server.app.db, { team: { [ruth.personId]: 'co-owner' } });
  await ruth.call.asks.put({
    id,
    elementId: await aBlocker(server.app.db, id),
    asks: [{ askId: newId(), personId: dev.personId, message: 'Could you?' }],
  });
  await mailbox.holds(1);
  expect(replyAddressOf(mailbox.letters[0] ?? { source: '' })).toBe('');
  expect(mailbox.letters[0]?.source).not.toContain('reply to this letter');
  expect((await handIn(server, aMail('reply+x@kindling.example'))).status).toBe(404);
});

test.each([
  ['one without the other', { INBOUND_MAIL_ADDRESS: 'reply@kindling.example' }],
  ['a short secret', { ...inboundEnv, INBOUND_MAIL_SECRET: 'short' }],
  ['a name too long for a token', { ...inboundEnv, INBOUND_MAIL_ADDRESS: 'replies-to-us@kindling.example' }],
  ['a name with a plus', { ...inboundEnv, INBOUND_MAIL_ADDRESS: 're+ply@kindling.example' }],
])('settings that cannot work are refused at the start: %s', async (_what, env) => {
  await expect(startTestServer({ env })).rejects.toThrow(/INBOUND_MAIL/);
});

test('one person’s replies are held back after thirty in an hour: the provider tries again later', async () => {
  const mailbox = await openMailbox();
  closing.push(mailbox.close);
  const server = await start({ SMTP_URL: mailbox.url, RATE_LIMITS: 'on', ...inboundEnv });
  const ruth = await server.join('Ruth');
  const dev = await server.join('Dev');
  const sparkId = newId();
  await ruth.call.sparks.post({ id: sparkId, kind: 'need', text: 'Bins are far away.', siteId: null, nameShown: 'name' });
  await ruth.call.sparks.comment({ id: sparkId, commentId: newId(), text: 'You know.', mentions: [dev.personId] });
  await mailbox.holds(1);
  const to = replyAddressOf(mailbox.letters[0] ?? { source: '' });
  const statuses: number[] = [];
  for (let n = 0; n < 31; n += 1) statuses.push((await handIn(server, aMail(to, { body: `Line ${n}` }))).status);
  expect(statuses).toEqual([...Array.from({ length: 30 }, () => 200), 429]);
});
