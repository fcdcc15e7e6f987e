/** Letters at once: from the act to a real mail server. */
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker, anInitiative } from '#tests/helpers/an-initiative.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/smtp.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let mailbox: Mailbox;
let server: TestServer;
let now: Date;
let ruth: Somebody;
let dev: Somebody;
let id: string;

beforeEach(async () => {
  now = new Date('2027-03-02T08:00:00Z');
  mailbox = await openMailbox();
  server = await startTestServer({
    clock: { now: () => now },
    env: { SMTP_URL: mailbox.url, MAIL_FROM: 'Kindling <hello@kindling.example>' },
  });
  ruth = await server.join('Ruth');
  dev = await server.join('Dev');
  id = await anInitiative(server.app.db, { team: { [ruth.personId]: 'co-owner' } });
});
afterEach(async () => {
  await server.close();
  await mailbox.close();
});

async function ask(message = 'Could you free this?'): Promise<void> {
  const elementId = await aBlocker(server.app.db, id, { title: 'The lift is too small\r\nBcc: everybody@example.org' });
  await ruth.call.asks.put({ id, elementId, asks: [{ askId: newId(), personId: dev.personId, message }] });
}

test('an ask is in the mail at once, as text and as HTML, with a way to make it quiet', async () => {
  await ask('Could you? <b>Please</b>');
  await mailbox.holds(1);
  const [letter] = mailbox.letters;
  expect(letter?.subject).toBe('Ruth asks you about: The lift is too small Bcc: everybody@example.org');
  expect(letter?.source.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  expect(letter?.messageId).toMatch(/^<[\w-]{10,40}@kindling\.example>$/);
  expect(letter?.source).toContain('> Could you? <b>Please</b>');
  expect(letter?.source).toContain('Could you? &lt;b&gt;Please&lt;/b&gt;');
  expect(letter?.source).toContain(`${server.url}/answer#`);
  expect(letter?.source).toMatch(/List-Unsubscribe:\s+<http:\/\/127\.0\.0\.1:\d+\/quiet\/[\w~-]+>/);
  expect(letter?.source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
});

test('a letter is in the language of whoever reads it', async () => {
  await server.app.db.transact(({ sql, t }) =>
    sql
      .update(t.person)
      .set({ language: 'nl' })
      .where(eq(t.person.id, dev.personId))
      .then(() => undefined),
  );
  await ruth.call.initiatives.invite({ id, invitationId: newId(), personId: dev.personId, seat: 'member', perspective: null, line: '' });
  await mailbox.holds(1);
  expect(mailbox.letters[0]?.subject).toBe('Ruth nodigt je uit voor: Shorter waits');
  expect(mailbox.letters[0]?.source).toContain('Dag Dev,');
  expect(mailbox.letters[0]?.source).toContain('<html lang="nl">');
});

test('a name with line breaks in it adds no field to a letter, and no tag', async () => {
  await ruth.call.people.change({ name: 'Ruth\r\nBcc: everybody@example.org\r\n\r\n<img src=x>' });
  await dev.call.people.change({ name: 'Dev\r\nX-Other: 1' });
  await ask('One line\r\n.\r\nQUIT');
  await mailbox.holds(1);
  const [letter] = mailbox.letters;
  expect(letter?.to).toHaveLength(1);
  expect(letter?.source.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-Other):/im);
  expect(letter?.source.split('text/html')[1]).not.toContain('<img');
  expect(letter?.source).toContain('QUIT');
});

test('no line of a letter is longer than mail servers take (RFC 5321: 998)', async () => {
  await ask('w'.repeat(1000));
  await mailbox.holds(1);
  const raw = mailbox.letters[0]?.raw ?? '';
  expect(raw.length).toBeGreaterThan(1000);
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
});

test('a letter the mail server puts off is tried again later, as the same letter', async () => {
  const tried: string[] = [];
  mailbox.before = ({ messageId }) => {
    tried.push(messageId);
    return tried.length < 3 ? Object.assign(new Error('busy'), { responseCode: 451 }) : null;
  };
  await ask();
  await server.jobs.run();
  await server.jobs.run();
  expect(tried).toHaveLength(1);
  now = new Date(now.getTime() + 60_000);
  await server.jobs.run();
  now = new Date(now.getTime() + 60_000);
  await server.jobs.run();
  expect(tried).toHaveLength(2);
  now = new Date(now.getTime() + 5 * 60_000);
  await server.jobs.run();
  expect(mailbox.letters).toHaveLength(1);
  expect(new Set(tried).size).toBe(1);
  now = new Date(now.getTime() + 86_400_000);
  await server.jobs.run();
  expect(tried).toHaveLength(3);
});

test('what a letter said is gone from the outbox once it has been sent', async () => {
  await ask('Words for Dev alone.');
  await mailbox.holds(1);
  await server.jobs.run();
  const { sql, t } = server.app.db;
  expect(await sql.select().from(t.letter)).toMatchObject([{ words: null, secretAddress: null, dueAt: null, takenBy: null, sentAt: now }]);
});

test('the digest of somebody who reads Dutch is Dutch', async () => {
  await server.jobs.run();
  await ruth.call.notices.changeWishes({ mail: true, digest: 'daily', hour: 7, timeZone: 'Europe/Amsterdam', language: 'nl' });
  now = new Date(now.getTime() + 3_600_000);
  const { purposeHash } = await ruth.call.initiatives.read({ id });
  await dev.call.endorsements.endorse({ id, office: 'manager', reason: 'It works.', purposeHash });
  now = new Date(now.getTime() + 86_400_000);
  await server.jobs.run();
  const digest = mailbox.letters.find(({ source }) => source.includes('Dag Ruth'));
  expect(digest?.subject).toBe('Wat bewoog in Kindling');
  expect(digest?.source).toContain('Dit bewoog sinds gisteren.');
  expect(digest?.source).toContain('Stuur me geen overzicht');
  expect(digest?.source).not.toMatch(/This moved|stands behind/);
});

test('a guest has no letters, and nobody has one of their own act', async () => {
  const { secret } = await ruth.call.invites.make({ initiativeId: id });
  const guest = server.visitor();
  await guest.call.invites.redeem({ secret, name: 'Joe' });
  const joe = (await guest.call.people.me()).person?.id ?? '';
  await ruth.call.initiatives.invite({
    id: await anInitiative(server.app.db, { team: { [ruth.personId]: 'co-owner' } }),
    invitationId: newId(),
    personId: joe,
    seat: 'member',
    perspective: null,
    line: '',
  });
  await server.jobs.run();
  expect(mailbox.letters).toEqual([]);
});

test('the digest comes in the morning, says what others did in plain sentences, and is quiet when nothing moved', async () => {
  await server.jobs.run();
  now = new Date(now.getTime() + 3_600_000);
  await dev.call.endorsements.endorse({
    id,
    office: 'manager',
    reason: 'It works.',
    purposeHash: (await ruth.call.initiatives.read({ id })).purposeHash,
  });
  await ask();
  await mailbox.holds(1);
  now = new Date(now.getTime() + 86_400_000);
  await server.jobs.run();
  const digests = mailbox.letters.slice(1);
  expect(digests.map((letter) => letter.subject)).toEqual(['What moved in Kindling', 'What moved in Kindling']);
  const toRuth = digests.find((letter) => letter.source.includes('Hello Ruth'));
  expect(toRuth?.source).toContain('Shorter waits\r\n-------------\r\n\r\n- Dev stands behind this.');
  expect(toRuth?.source).not.toContain('asked somebody');
  expect(digests.find((letter) => letter.source.includes('Hello Dev'))?.source).toContain('- Ruth asked somebody who could free this');
  now = new Date(now.getTime() + 86_400_000);
  await server.jobs.run();
  expect(mailbox.letters).toHaveLength(3);
});
