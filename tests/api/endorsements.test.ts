import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { wordsHash } from '#shared/lib/words-hash.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { anInitiative, purpose } from '#tests/helpers/an-initiative.ts';
import { refusal, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await aCast(server);
});
afterAll(() => server.close());

const read = wordsHash(purpose);
const stand = (id: string) => ({ id, office: 'manager', reason: 'My nurses stop holding their breath.', purposeHash: read }) as const;
const fresh = () => anInitiative(server.app.db, { team: { [cast.coOwner.personId]: 'co-owner' } });

test('somebody stands behind an initiative by name, with office, reason and the purpose as they read it', async () => {
  const id = await fresh();
  const made = await cast.outsider.call.endorsements.endorse(stand(id));
  expect(made).toMatchObject({ initiativeId: id, office: 'manager', purpose, changedSince: false, withdrawnAt: null, mine: true });
  expect(made.person).toMatchObject({ id: cast.outsider.personId, label: 'Dev' });
  expect((await cast.reader.call.endorsements.list({ id })).items).toEqual([{ ...made, mine: false }]);
  expect((await cast.outsider.call.endorsements.mine()).items).toEqual([{ ...made, title: 'Shorter waits' }]);
  expect((await cast.coOwner.call.initiatives.read({ id })).sponsors).toBe(1);
});

test('who has not signed in, and a guest without an e-mail, are told what to do first', async () => {
  expect(await refusal(cast.visitor.call.endorsements.endorse(stand(cast.id)))).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
  expect(await refusal(cast.guest.call.endorsements.endorse(stand(cast.id)))).toMatchObject({ code: 'not-allowed', reason: 'why.claim-first' });
  expect(await refusal(cast.visitor.call.endorsements.mine())).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.visitor.call.endorsements.list({ id: cast.id }))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.visitor.call.endorsements.withdraw({ id: cast.id }))).toMatchObject({ code: 'not-signed-in' });
});

test('a purpose that moved while they were reading has to be read again', async () => {
  const id = await fresh();
  const problem = await refusal(cast.outsider.call.endorsements.endorse({ ...stand(id), purposeHash: 'an older one' }));
  expect(problem).toMatchObject({ code: 'conflict', reason: 'endorsements.purpose-moved' });
  expect((await cast.reader.call.endorsements.list({ id })).items).toEqual([]);
});

test('a purpose that moves afterwards shows as changed since, until they look again', async () => {
  const id = await fresh();
  await cast.outsider.call.endorsements.endorse(stand(id));
  await server.app.db.transact(({ sql, t }) => sql.update(t.initiative).set({ purpose: 'Nobody waits.', purposeHash: 'moved' }).returning());
  expect((await cast.reader.call.endorsements.list({ id })).items).toMatchObject([{ changedSince: true, purpose }]);
  const again = await cast.outsider.call.endorsements.endorse({ ...stand(id), purposeHash: 'moved' });
  expect(again).toMatchObject({ changedSince: false, purpose: 'Nobody waits.' });
  await server.app.db.transact(({ sql, t }) => sql.update(t.initiative).set({ purpose, purposeHash: read }).returning());
});

test('nobody else can make, change or withdraw it: no keeper, no co-owner, no member, no guest', async () => {
  const id = await fresh();
  const made = await cast.outsider.call.endorsements.endorse(stand(id));
  for (const other of [cast.keeper, cast.coOwner, cast.member, cast.commenter, cast.reader, cast.guest]) {
    expect(await refusal(other.call.endorsements.withdraw({ id })), other.name).toMatchObject({ code: 'not-allowed', reason: 'why.own-only' });
  }
  // The address names no person: whatever a keeper or a co-owner sends makes their own, and never touches Dev's.
  const forged = { ...stand(id), personId: cast.outsider.personId, reason: 'Forged.' };
  await cast.keeper.call.endorsements.endorse(forged);
  await cast.coOwner.call.endorsements.endorse(forged);
  const items = (await cast.reader.call.endorsements.list({ id })).items;
  expect(items.find((item) => item.person.id === cast.outsider.personId)).toEqual({ ...made, mine: false });
  expect(items.map((item) => item.person.id).sort()).toEqual([cast.outsider.personId, cast.keeper.personId, cast.coOwner.personId].sort());
});

test('one withdraws with why, once, and may stand behind it again later', async () => {
  const id = await fresh();
  await cast.outsider.call.endorsements.endorse(stand(id));
  const gone = await cast.outsider.call.endorsements.withdraw({ id, why: 'I moved to another job.' });
  expect(gone).toMatchObject({ withdrawnWhy: 'I moved to another job.', withdrawnAt: expect.any(String) });
  expect(await refusal(cast.outsider.call.endorsements.withdraw({ id }))).toMatchObject({ code: 'not-allowed', reason: 'why.ended' });
  expect((await cast.outsider.call.endorsements.mine()).items.map((item) => item.initiativeId)).not.toContain(id);
  expect((await cast.reader.call.endorsements.list({ id })).items).toMatchObject([{ withdrawnAt: expect.any(String) }]);
  expect(await cast.outsider.call.endorsements.endorse(stand(id))).toMatchObject({ withdrawnAt: null, withdrawnWhy: '' });
});

test('ten at once make one endorsement and one line of activity; ten withdrawals end it once', async () => {
  const id = await fresh();
  await Promise.all(Array.from({ length: 10 }, () => cast.outsider.call.endorsements.endorse(stand(id))));
  expect((await cast.reader.call.endorsements.list({ id })).items).toHaveLength(1);
  const ended = await Promise.allSettled(Array.from({ length: 10 }, () => cast.outsider.call.endorsements.withdraw({ id })));
  expect(ended.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const { sql, t } = server.app.db;
  const happened = (await sql.select().from(t.activity)).filter((row) => row.initiativeId === id).map((row) => [row.what, row.personId]);
  expect(happened).toEqual([
    ['initiative.endorsed', cast.outsider.personId],
    ['initiative.endorsement-withdrawn', cast.outsider.personId],
  ]);
});

test('bad input is named field by field, and an initiative that is not there is not found', async () => {
  const bad = { ...stand(cast.id), office: 'king' as 'manager', reason: '  ' };
  const problem = await refusal(cast.outsider.call.endorsements.endorse(bad));
  expect(problem.fields?.map(({ field, reason }) => [field, reason]).sort()).toEqual([
    ['office', 'field.choice'],
    ['reason', 'field.required'],
  ]);
  const longer = await refusal(cast.outsider.call.endorsements.endorse({ ...stand(cast.id), reason: 'x'.repeat(501) }));
  expect(longer.fields).toMatchObject([{ field: 'reason', reason: 'field.too-long', values: { max: 500 } }]);
  const patient = await refusal(cast.outsider.call.endorsements.endorse({ ...stand(cast.id), reason: 'Because of 943 476 5919.' }));
  expect(patient.fields).toMatchObject([{ field: 'reason', reason: 'field.nhs-number' }]);
  const { endorse, list, withdraw } = cast.outsider.call.endorsements;
  for (const call of [() => endorse(stand(newId())), () => list({ id: newId() }), () => withdraw({ id: newId() })])
    expect(await refusal(call())).toMatchObject({ code: 'not-found' });
});

test('a person who shows by role is not named', async () => {
  const id = await fresh();
  await cast.member.call.people.change({ nameShown: 'role', roleTitle: 'Ward manager' });
  await cast.member.call.endorsements.endorse(stand(id));
  const answer = await (await cast.reader.fetch(`/api/v1/initiatives/${id}/endorsements`)).text();
  expect(answer).toContain('Ward manager');
  expect(answer).not.toContain('Amina');
  await cast.member.call.people.change({ nameShown: 'name' });
});
