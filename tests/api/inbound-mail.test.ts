/** Replies by mail: from a letter that really went out, by the webhook, to the spark or the ask. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rowsAfter } from '#server/audit/store.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aBlocker, anInitiative } from '#tests/helpers/an-initiative.ts';
import { aMail, handIn, inboundEnv, inboundSecret, replyAddressOf } from '#tests/helpers/inbound.ts';
import { type KeptLetter, type Mailbox, openMailbox } from '#tests/helpers/smtp.ts';
import { startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let mailbox: Mailbox;
let cast: Cast;
let now = new Date('2027-03-02T08:00:00Z');
beforeAll(async () => {
  mailbox = await openMailbox();
  const env = { SMTP_URL: mailbox.url, MAIL_FROM: 'Kindling <hello@kindling.example>', ...inboundEnv };
  server = await startTestServer({ clock: { now: () => now }, env });
  cast = await aCast(server);
});
beforeEach(() => {
  now = new Date(now.getTime() + 60_000);
});
afterAll(async () => {
  await server.close();
  await mailbox.close();
});

/** The newest letter, once everything has gone. */
async function newest(): Promise<KeptLetter> {
  await server.jobs.run();
  const letter = mailbox.letters.at(-1);
  if (letter === undefined) throw new Error('no letter was sent');
  return letter;
}

/** The newest letter that brought a reply back. */
async function returned(): Promise<KeptLetter> {
  await server.jobs.run();
  return mailbox.letters.findLast(({ subject }) => subject === 'Your reply has not been posted') ?? newest();
}

/** Amina asks Dev. @returns the ask, and where his letter is replied to */
async function anAsk() {
  const elementId = await aBlocker(server.app.db, cast.id);
  const askId = newId();
  await cast.member.call.asks.put({ id: cast.id, elementId, asks: [{ askId, personId: cast.outsider.personId, message: 'Could you?' }] });
  return { askId, to: replyAddressOf(await newest()) };
}
const askRead = async (askId: string) => (await cast.reader.call.asks.list({ id: cast.id })).items.find((one) => one.id === askId);
const lastStep = async (askId: string) => (await askRead(askId))?.trail.at(-1);

/** Amina writes to Dev by name, at a spark. */
async function aMention(nameShown: 'name' | 'unnamed' = 'name') {
  const sparkId = newId();
  await cast.coOwner.call.sparks.post({ id: sparkId, kind: 'need', text: 'Bins are far away.', siteId: null, nameShown });
  await cast.member.call.sparks.comment({ id: sparkId, commentId: newId(), text: 'You know the bins.', mentions: [cast.outsider.personId] });
  return { sparkId, to: replyAddressOf(await newest()) };
}
const replies = async (sparkId: string) => (await cast.reader.call.sparks.read({ id: sparkId })).replies;

test('a reply to an ask’s letter stands in its trail as the asked person’s, tells who asked, and answers nothing', async () => {
  const { askId, to } = await anAsk();
  expect(to).toMatch(/^reply\+[a-z2-7]{52}@kindling\.example$/);
  expect((await newest()).source).toContain('A reply alone is no answer');
  expect(await handIn(server, aMail(to))).toEqual({ status: 200, did: 'posted' });
  expect(await lastStep(askId)).toMatchObject({ what: 'said', who: 'Dev', line: 'The lift in the east wing.' });
  expect(await askRead(askId)).toMatchObject({ answer: null, waitsFor: 'person' });
  const toAmina = await newest();
  expect(toAmina.subject).toBe('Dev wrote to you about: The lift is too small for a bed');
  expect(toAmina.source).toContain('> The lift in the east wing.');
  // And back: her reply reaches him, with a link to answer by, since his answer is missing.
  expect((await handIn(server, aMail(replyAddressOf(toAmina), { body: 'Yes, that one.' }))).did).toBe('posted');
  expect(await lastStep(askId)).toMatchObject({ what: 'said', who: 'Amina', line: 'Yes, that one.' });
  expect((await newest()).source).toContain(`${server.url}/answer#`);
});

test('while the team is asked for more, the reply of whoever asked tells more, and it waits for an answer again', async () => {
  const { askId } = await anAsk();
  await cast.outsider.call.asks.answer({ id: askId, answer: 'tell-more', line: 'Which lift?' });
  expect((await handIn(server, aMail(replyAddressOf(await newest())))).did).toBe('posted');
  expect(await lastStep(askId)).toMatchObject({ what: 'told-more', who: 'Amina' });
  expect(await askRead(askId)).toMatchObject({ waitsFor: 'person' });
});

test('a reply to somebody who wrote by name stands under the spark and reaches them, and the unnamed author stays unnamed', async () => {
  const { sparkId, to } = await aMention('unnamed');
  expect((await handIn(server, aMail(to, { body: 'I do.\r\n\r\n-- \r\nDev Patel\r\n' }))).did).toBe('posted');
  expect((await replies(sparkId)).find(({ by }) => by === 'Dev')).toMatchObject({ text: 'I do.', to: ['Amina'] });
  expect((await newest()).subject).toBe('Dev wrote to you by name, at: Bins are far away.');
  const { sql, t } = server.app.db;
  const told = (await sql.select().from(t.notice)).filter(({ values }) => values['spark'] === sparkId);
  expect(told.map(({ personId }) => personId).sort()).toEqual([cast.member.personId, cast.outsider.personId].sort());
});

test('letters that words alone cannot answer have no reply address', async () => {
  const id = await anInitiative(server.app.db, { team: { [cast.coOwner.personId]: 'co-owner' } });
  const wanted = { id, invitationId: newId(), personId: cast.outsider.personId, seat: 'member', perspective: null, line: '' } as const;
  await cast.coOwner.call.initiatives.invite(wanted);
  expect(replyAddressOf(await newest())).toBe('');
});

test('whom a mail says it is from does not matter; the same mail again, and many times at once, posts once', async () => {
  const { sparkId, to } = await aMention();
  const mail = aMail(to, { fields: { From: 'Ruth <ruth@elsewhere.example>' } });
  expect(new Set((await Promise.all(Array.from({ length: 8 }, () => handIn(server, mail)))).map(({ did }) => did))).toEqual(new Set(['posted']));
  expect((await handIn(server, mail)).did).toBe('posted');
  expect((await replies(sparkId)).filter(({ by }) => by === 'Dev')).toHaveLength(1);
});

test('the envelope’s recipient counts too, as JSON with the mail in base64', async () => {
  const { sparkId, to } = await aMention();
  const wrapped = {
    raw: Buffer.from(aMail('undisclosed-recipients:;')).toString('base64'),
    recipients: [to.toUpperCase()],
    sender: 'dev@example.org',
  };
  const json = { 'content-type': 'application/json' };
  expect((await handIn(server, JSON.stringify(wrapped), json)).did).toBe('posted');
  expect(await replies(sparkId)).toHaveLength(2);
  expect((await handIn(server, JSON.stringify({ ...wrapped, sender: '' }), json)).did).toBe('ignored');
  expect((await handIn(server, '{"raw":', json)).status).toBe(400);
  expect((await handIn(server, JSON.stringify({ raw: 'not base64!' }), json)).status).toBe(400);
});

test('only the mail provider may hand in, and is refused before a byte is read', async () => {
  const { sparkId, to } = await aMention();
  const from = (await rowsAfter(server.app.db, 0, 100_000)).at(-1)?.seq ?? 0;
  for (const authorization of ['', 'Bearer ', `Bearer ${inboundSecret}x`, 'Basic YTpi', `Bearer ${inboundSecret.slice(1)}`]) {
    expect((await handIn(server, aMail(to), { authorization })).status).toBe(403);
  }
  expect(await replies(sparkId)).toHaveLength(1);
  expect((await rowsAfter(server.app.db, from, 100)).map(({ action, outcome, reason }) => [action, outcome, reason])).toEqual(
    Array.from({ length: 5 }, () => ['mail.deliver', 'refused', 'mail.wrong-secret']),
  );
  const basic = `Basic ${Buffer.from(`mail:${inboundSecret}`).toString('base64')}`;
  expect((await handIn(server, aMail(to), { authorization: basic })).did).toBe('posted');
});

test('a forged address posts nothing, sends nobody a letter, and leaves a row; one of another house leaves nothing', async () => {
  const { to } = await anAsk();
  const from = (await rowsAfter(server.app.db, 0, 100_000)).at(-1)?.seq ?? 0;
  const before = mailbox.letters.length;
  const forged = to.replace(/\+./, (start) => (start === '+a' ? '+b' : '+a'));
  expect((await handIn(server, aMail(forged))).did).toBe('ignored');
  expect((await handIn(server, aMail('somebody@kindling.example'))).did).toBe('ignored');
  await server.jobs.run();
  expect(mailbox.letters).toHaveLength(before);
  const rows = await rowsAfter(server.app.db, from, 100);
  expect(rows.map(({ action, personId, reason }) => [action, personId, reason])).toEqual([['mail.reply', null, 'mail.no-such-address']]);
});

test('what the policy refuses at that moment comes back to the person with its reason and their words, once, and leaves a row', async () => {
  const { askId, to } = await anAsk();
  await cast.coOwner.call.asks.withdraw({ id: askId });
  await server.jobs.run();
  const from = (await rowsAfter(server.app.db, 0, 100_000)).at(-1)?.seq ?? 0;
  const before = mailbox.letters.length;
  const mail = aMail(to, { fields: { From: 'Stranger <stranger@elsewhere.example>', 'Reply-To': 'victim@elsewhere.example' } });
  expect((await handIn(server, mail)).did).toBe('handed-back');
  expect((await handIn(server, mail)).did).toBe('handed-back');
  const letter = await newest();
  expect(mailbox.letters).toHaveLength(before + 1);
  expect(letter.to).toEqual([(await cast.outsider.call.people.me()).person?.email]);
  expect(letter.subject).toBe('Your reply has not been posted');
  expect(letter.source).toContain('This has already ended.');
  expect(letter.source).toContain('> The lift in the east wing.');
  expect(replyAddressOf(letter)).toBe('');
  expect((await askRead(askId))?.trail.at(-1)?.what).toBe('withdrawn');
  const rows = await rowsAfter(server.app.db, from, 100);
  expect(rows.map(({ action, personId, thing, reason }) => [action, personId, thing, reason])).toEqual([
    ['mail.reply', cast.outsider.personId, askId, 'why.ended'],
    ['mail.reply', cast.outsider.personId, askId, 'why.ended'],
  ]);
});

test('who left, whose ask was handed over, and whose spark was withdrawn are told so', async () => {
  const leaver = await server.join('Leaver');
  const id = await anInitiative(server.app.db, { team: { [cast.coOwner.personId]: 'co-owner', [leaver.personId]: 'member' } });
  const askId = newId();
  const ask = { askId, personId: cast.outsider.personId, message: 'Could you?' };
  await leaver.call.asks.put({ id, elementId: await aBlocker(server.app.db, id), asks: [ask] });
  const toDev = replyAddressOf(await newest());
  await cast.outsider.call.asks.answer({ id: askId, answer: 'tell-more', line: 'Which?' });
  const toLeaver = replyAddressOf(await newest());
  await leaver.call.initiatives.leave({ id });
  expect((await handIn(server, aMail(toLeaver))).did).toBe('handed-back');
  expect((await returned()).source).toContain('Join this initiative first.');
  await cast.outsider.call.asks.answer({ id: askId, answer: 'belongs', toPersonId: cast.keeper.personId });
  expect((await handIn(server, aMail(toDev))).did).toBe('handed-back');
  const toHim = await returned();
  expect([toHim.to, toHim.source.includes('Join this initiative first.')]).toEqual([[(await cast.outsider.call.people.me()).person?.email], true]);
  const { sparkId, to } = await aMention();
  await cast.keeper.call.sparks.withdraw({ id: sparkId });
  expect((await handIn(server, aMail(to))).did).toBe('handed-back');
  expect((await returned()).source).toContain('has withdrawn it');
});

test('an empty, a too long, an unreadable reply and one with an NHS number come back; nothing is cut in silence', async () => {
  const { sparkId, to } = await aMention();
  const why = async (mail: string) => {
    expect((await handIn(server, mail)).did).toBe('handed-back');
    return (await newest()).source;
  };
  expect(await why(aMail(to, { body: '> only what you wrote' }))).toContain('We found no words of yours in it.');
  const long = await why(aMail(to, { body: 'word '.repeat(600) }));
  expect(long).toContain('2000 characters at most');
  expect(long.match(/word/g)?.length).toBeGreaterThan(1000);
  const nested = Array.from({ length: 60 }, (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`).join('');
  expect(await why(aMail(to, { fields: { 'Content-Type': 'multipart/mixed; boundary=b0' }, body: nested }))).toContain(
    'We could not read your mail.',
  );
  expect(await why(aMail(to, { body: 'It is 943 476 5919.' }))).toContain('This looks like an NHS number');
  expect(await replies(sparkId)).toHaveLength(1);
});

test('a letter answers for thirty days', async () => {
  const { sparkId, to } = await aMention();
  now = new Date(now.getTime() + 30 * dayMs - 60_000);
  expect((await handIn(server, aMail(to))).did).toBe('posted');
  now = new Date(now.getTime() + 120_000);
  expect((await handIn(server, aMail(to))).did).toBe('handed-back');
  await server.jobs.run();
  expect(mailbox.letters.findLast(({ subject }) => subject === 'Your reply has not been posted')?.source).toContain('too old to be replied to');
  expect((await replies(sparkId)).filter(({ by }) => by === 'Dev')).toHaveLength(1);
});

test('files are left out and the person is told; a picture in a signature is no file', async () => {
  const { sparkId, to } = await aMention();
  const photo = `${'A'.repeat(76)}\r\n`.repeat(20_000);
  const part = (fields: string) => `--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n${fields}\r\n\r\n${photo}\r\n`;
  const mail = (fields: string) =>
    aMail(to, { fields: { 'Content-Type': 'multipart/mixed; boundary=b' }, body: `--b\r\n\r\nBefore.\r\n${part(fields)}--b\r\n\r\nAfter.\r\n--b--` });
  expect((await handIn(server, mail('Content-Disposition: attachment; filename="ward.jpg"'))).did).toBe('posted');
  expect(await replies(sparkId)).toContainEqual(expect.objectContaining({ by: 'Dev', text: 'Before.\n\nAfter.' }));
  expect((await newest()).source).toContain('The files you attached could not come along.');
  await handIn(server, mail('Content-Disposition: inline\r\nContent-ID: <logo>'));
  await server.jobs.run();
  expect(mailbox.letters.filter(({ subject }) => subject.includes('without the files'))).toHaveLength(1);
});

test('a mail in HTML alone, and one in an old letter set, are read', async () => {
  const { sparkId, to } = await aMention();
  const html =
    '<html><head><style>p{}</style></head><body><p>Caf&eacute; &amp; bins</p><div class="gmail_quote">On x wrote: Hello Dev</div></body></html>';
  await handIn(server, aMail(to, { fields: { 'Content-Type': 'text/html; charset=utf-8' }, body: html }));
  await handIn(
    server,
    aMail(to, {
      fields: { 'Content-Type': 'text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding': 'quoted-printable' },
      body: 'Caf=E9 =\r\ntoo',
    }),
  );
  expect((await replies(sparkId)).flatMap(({ by, text }) => (by === 'Dev' ? [text] : [])).sort()).toEqual(['Café & bins', 'Café too']);
});

test('no mail can carry a field or an address into what we send or keep', async () => {
  const { sparkId, to } = await aMention();
  const body = 'Subject: x\r\nBcc: everybody@example.org\r\n\r\n<script>alert(1)</script>\u0000\u0007';
  const fields = { 'Message-ID': `<a@b>\r\nX-More: ${'y'.repeat(2000)}`, Subject: '=?utf-8?q?=0D=0ABcc:_all=40example.org?=' };
  expect((await handIn(server, aMail(to, { fields, body }))).did).toBe('posted');
  expect((await replies(sparkId)).find(({ by }) => by === 'Dev')?.text).toBe('Subject: x\nBcc: everybody@example.org\n\n<script>alert(1)</script>');
  const letter = await newest();
  expect(letter.to).toHaveLength(1);
  expect(letter.source.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-More):/im);
  expect(letter.source).toContain('&lt;script&gt;');
});

test('in Dutch, what came back says why in Dutch', async () => {
  await cast.outsider.call.notices.changeWishes({ mail: true, digest: 'never', hour: 7, timeZone: 'Europe/Amsterdam', language: 'nl' });
  const { askId, to } = await anAsk();
  await cast.coOwner.call.asks.withdraw({ id: askId });
  await handIn(server, aMail(to));
  const { source, subject } = await newest();
  expect(subject).toBe('Je antwoord is niet geplaatst');
  expect(source).toContain('Dit is al afgelopen.');
});
