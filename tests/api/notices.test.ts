/** What people are told in the app, how they choose to be told, and how they make it quiet. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aBlocker, anInitiative } from '#tests/helpers/an-initiative.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/smtp.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let mailbox: Mailbox;
let cast: Cast;
let dev: Somebody;
let id: string;

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startTestServer({ env: { SMTP_URL: mailbox.url } });
  cast = await aCast(server);
});
afterAll(async () => {
  await server.close();
  await mailbox.close();
});
beforeEach(async () => {
  dev = await server.join('Dev');
  id = await anInitiative(server.app.db, { title: 'Quieter nights', team: { [cast.coOwner.personId]: 'co-owner' } });
});

async function ask(initiativeId = id): Promise<void> {
  const elementId = await aBlocker(server.app.db, initiativeId);
  await cast.coOwner.call.asks.put({ id: initiativeId, elementId, asks: [{ askId: newId(), personId: dev.personId, message: 'Could you?' }] });
}
const notices = (who: Somebody) => who.call.notices.list({});
const usual = { mail: true, digest: 'daily', hour: 7, timeZone: 'Europe/London', language: null } as const;

test('an ask rises in the bell of the one who is asked, and of nobody else', async () => {
  await ask();
  const { items, unseen } = await notices(dev);
  expect(items).toMatchObject([{ why: 'ask', what: 'ask.put', address: '/sponsor', initiativeId: id, seen: false }]);
  expect(items[0]?.values).toMatchObject({ who: 'Ruth', initiative: 'Quieter nights' });
  expect(unseen).toBe(1);
  expect((await dev.call.people.me()).waiting.notices).toBe(1);
  expect((await notices(cast.member)).items).toEqual([]);
  expect((await refusal(notices(cast.visitor))).code).toBe('not-signed-in');
});

test('seen is seen everywhere, mine alone, and stays in the list', async () => {
  await ask();
  await ask();
  const [first] = (await notices(dev)).items;
  expect(await cast.member.call.notices.seen({ ids: [first?.id ?? ''] })).toEqual({ unseen: 0 });
  expect((await notices(dev)).unseen).toBe(2);
  expect(await dev.call.notices.seen({ ids: [first?.id ?? ''] })).toEqual({ unseen: 1 });
  expect(await dev.call.notices.seen({ ids: 'all' })).toEqual({ unseen: 0 });
  expect((await notices(dev)).items.map((notice) => notice.seen)).toEqual([true, true]);
  expect((await refusal(cast.visitor.call.notices.seen({ ids: 'all' }))).code).toBe('not-signed-in');
});

test('a long list comes in pages, each once', async () => {
  for (let n = 0; n < 35; n++) await ask();
  const first = await notices(dev);
  const second = await dev.call.notices.list({ cursor: first.next ?? '' });
  expect([first.items.length, second.items.length, second.next]).toEqual([30, 5, null]);
  expect(new Set([...first.items, ...second.items].map((notice) => notice.id)).size).toBe(35);
  expect((await refusal(dev.call.notices.list({ cursor: 'nonsense' }))).code).toBe('invalid');
});

test('wishes are kept as chosen; a time zone nobody knows is refused', async () => {
  expect(await dev.call.notices.wishes()).toMatchObject({ mail: true, digest: 'daily', hour: 7, language: null, muted: [] });
  const chosen = { mail: false, digest: 'weekly', hour: 18, timeZone: 'Europe/Amsterdam', language: 'nl' } as const;
  expect(await dev.call.notices.changeWishes(chosen)).toMatchObject(chosen);
  expect(await dev.call.notices.wishes()).toMatchObject(chosen);
  expect((await refusal(dev.call.notices.changeWishes({ ...usual, timeZone: 'Mars/Olympus' }))).fields?.[0]?.field).toBe('timeZone');
  expect((await refusal(cast.visitor.call.notices.wishes())).code).toBe('not-signed-in');
  expect((await cast.guest.call.notices.wishes()).email).toBeNull();
});

test('a muted initiative is quiet in the app and in the mail, until it is heard again', async () => {
  await ask();
  expect(await dev.call.notices.mute({ id })).toEqual({ muted: true });
  expect((await notices(dev)).unseen).toBe(0);
  await ask();
  expect((await notices(dev)).items).toHaveLength(1);
  expect(await dev.call.notices.isMuted({ id })).toEqual({ muted: true });
  expect((await dev.call.notices.wishes()).muted).toEqual([{ id, title: 'Quieter nights' }]);
  await dev.call.notices.unmute({ id });
  await ask();
  expect((await notices(dev)).items).toHaveLength(2);
  expect((await refusal(dev.call.notices.mute({ id: newId() }))).code).toBe('not-found');
  expect((await refusal(cast.visitor.call.notices.mute({ id }))).code).toBe('not-signed-in');
});

test('somebody written to by name in a reply is told at once, by name of no one who hides it', async () => {
  const author = await server.join('Author');
  const sparkId = newId();
  await author.call.sparks.post({ id: sparkId, kind: 'need', text: 'Bins are far away.', siteId: null, nameShown: 'name' });
  const said = { id: sparkId, commentId: newId(), text: 'You know the bins.', mentions: [dev.personId] };
  const { replies } = await cast.member.call.sparks.comment(said);
  expect(replies[0]?.to).toEqual(['Dev']);
  await cast.member.call.sparks.comment(said);
  expect((await notices(dev)).items).toMatchObject([{ why: 'mention', what: 'spark.mentioned', address: `/sparks/${sparkId}` }]);
  expect((await notices(author)).items).toMatchObject([{ why: 'other', what: 'spark.replied' }]);
  await dev.call.people.change({ nameShown: 'role', roleTitle: 'Estates manager' });
  expect((await author.call.sparks.read({ id: sparkId })).replies[0]?.to).toEqual(['Estates manager']);
  await server.jobs.run();
  expect(mailbox.letters.filter(({ source }) => source.includes('> You know the bins.')).map(({ subject }) => subject)).toEqual([
    'Amina wrote to you by name, at: Bins are far away.',
  ]);
  const nobody = cast.member.call.sparks.comment({ ...said, commentId: newId(), mentions: [newId()] });
  expect((await refusal(nobody)).fields?.[0]?.field).toBe('mentions');
  const byGuest = cast.guest.call.sparks.comment({ ...said, commentId: newId() });
  expect((await refusal(byGuest)).reason).toBe('why.claim-first');
});

/** The link for one tap in the newest letter to somebody. */
async function quietLink(title: string): Promise<URL> {
  await server.jobs.run();
  const letter = mailbox.letters.findLast(({ source }) => source.includes(title));
  return new URL(/List-Unsubscribe:\s*<(.+?)>/.exec(letter?.source.replaceAll(/\r\n[ \t]/g, '') ?? '')?.[1] ?? '');
}

test('one tap in a mail program mutes without a cookie; opening the link by itself does nothing', async () => {
  await ask();
  const link = await quietLink('Quieter nights');
  const token = link.pathname.replace('/quiet/', '');
  await fetch(link);
  expect(await server.visitor().call.notices.quietLook({ token })).toEqual({ what: 'initiative', title: 'Quieter nights', quiet: false });
  const tap = await fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(tap.status).toBe(200);
  expect(await dev.call.notices.isMuted({ id })).toEqual({ muted: true });
  expect(await cast.coOwner.call.notices.isMuted({ id })).toEqual({ muted: false });
  expect(await server.visitor().call.notices.quiet({ token, quiet: false })).toMatchObject({ quiet: false });
  expect(await dev.call.notices.isMuted({ id })).toEqual({ muted: false });
});

test('a link that was changed, or made for something else, does nothing', async () => {
  await ask();
  const link = await quietLink('Quieter nights');
  const [, seal = ''] = link.pathname.replace('/quiet/', '').split('~');
  const forged = `${Buffer.from(`${cast.coOwner.personId}/initiative/${id}`).toString('base64url')}~${seal}`;
  expect((await fetch(new URL(`/quiet/${forged}`, server.url), { method: 'POST' })).status).toBe(410);
  expect((await refusal(server.visitor().call.notices.quiet({ token: forged }))).code).toBe('gone');
  expect((await refusal(server.visitor().call.notices.quietLook({ token: 'x'.repeat(40) }))).code).toBe('gone');
  expect(await cast.coOwner.call.notices.isMuted({ id })).toEqual({ muted: false });
});

test('nothing in any notice, letter or digest leads to who posted an unnamed spark', async () => {
  const author = await server.join('Nameless');
  const sparkId = newId();
  const post = { id: sparkId, kind: 'need', text: 'The night shift eats alone.', siteId: null, nameShown: 'unnamed' } as const;
  await author.call.sparks.post(post);
  await cast.member.call.sparks.comment({ id: sparkId, commentId: newId(), text: 'I see this too.' });
  await dev.call.sparks.kindle({ id: sparkId, sentence: 'see-too', line: '', amount: null, perspectives: [] });
  const light = { id: newId(), title: 'Nobody eats alone', purpose: 'People on nights eat together.', forWhom: 'Nights', perspectives: [] };
  await cast.coOwner.call.initiatives.light({ ...light, siteIds: [], sparkIds: [sparkId], inviteIds: [cast.member.personId] });
  await server.jobs.run();
  const { sql, t } = server.app.db;
  const rows = [await sql.select().from(t.notice), await sql.select().from(t.letter)];
  const bytes = JSON.stringify(rows) + JSON.stringify(mailbox.letters);
  expect(bytes).toContain('Nobody eats alone');
  for (const trace of [author.personId, 'Nameless', (await author.call.people.me()).person?.email ?? 'no mail']) expect(bytes).not.toContain(trace);
  expect((await notices(author)).items).toEqual([]);
});
