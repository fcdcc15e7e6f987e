import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rowsAfter } from '#server/audit/store.ts';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

/** Two acts never fall into one millisecond, so that their order is known. */
const noon = Date.parse('2027-03-01T12:00:00Z');
let ticks = 0;
let server: TestServer;
let cast: Cast;
/** Two boards, each with a blocker: Amina's and Grace's. */
let amina: Somebody;
let grace: Somebody;
let wards = '';
let clinic = '';
let lift = '';
let door = '';
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => new Date(noon + ticks++) } });
  cast = await aCast(server);
  [amina, grace] = [await server.join('Amina'), await server.join('Grace')];
});
beforeEach(async () => {
  wards = await aBoard(server.app, { [amina.personId]: 'co-owner', [cast.reader.personId]: 'reader', [cast.guest.personId]: 'member' });
  clinic = await aBoard(server.app, { [grace.personId]: 'co-owner', [cast.member.personId]: 'member' });
  lift = await blockerOn(wards, amina, 'Two record systems, and no shared view');
  door = await blockerOn(clinic, grace, 'The record systems do not share a view');
});
afterAll(() => server.close());

async function blockerOn(boardId: string, by: Somebody, title: string): Promise<string> {
  const id = newId();
  await server.app.boards.edit(boardId, by.personId, (doc) =>
    addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title, blockerKind: 'it-and-data' } }),
  );
  return id;
}
const raising = (more: object = {}) => ({
  id: wards,
  systemAskId: newId(),
  elementId: lift,
  cause: 'We may not share one record',
  kind: 'it-and-data' as const,
  story: 'We type it twice.',
  ...more,
});
const raise = () => amina.call.systemAsks.raise(raising());
const joining = (id: string, more: object = {}) => ({
  id,
  initiativeId: clinic,
  elementId: door,
  story: 'Nobody sees the whole.',
  waitCost: 'An hour a day.',
  ...more,
});
const read = (id: string) => cast.outsider.call.systemAsks.read({ id });
const reply = { answer: 'in-part', line: 'Three people a side may read.', next: 'Names go to Dev by Friday.' } as const;
const stateOf = async (boardId: string, id: string, who = cast.outsider) =>
  (await who.call.boards.elements({ id: boardId })).items.find((one) => one.id === id)?.state;

test('a blocker is raised, another team joins, somebody takes it there, and the answer flows back to both boards', async () => {
  const { id } = await raise();
  expect(await stateOf(wards, lift)).toBe('system-ask');
  await grace.call.systemAsks.join(joining(id));
  expect(await stateOf(clinic, door)).toBe('system-ask');
  await cast.outsider.call.systemAsks.sponsor({ id });
  await cast.outsider.call.systemAsks.change({ id, forum: 'The digital board', heardOn: '2027-04-12' });
  const answered = await cast.outsider.call.systemAsks.answer({ id, ...reply });
  expect(answered).toMatchObject({
    cause: 'We may not share one record',
    raisedBy: 'Amina',
    forum: 'The digital board',
    heardOn: '2027-04-12',
    sponsor: { id: cast.outsider.personId },
    answer: 'in-part',
    answerLine: reply.line,
    next: reply.next,
    toMe: true,
    blockers: [
      { initiative: { id: wards }, elementId: lift, story: 'We type it twice.', joinedBy: 'Amina', state: 'system-ask' },
      { initiative: { id: clinic }, elementId: door, waitCost: 'An hour a day.', joinedBy: 'Grace' },
    ],
  });
  for (const [who, board, element] of [
    [amina, wards, lift],
    [grace, clinic, door],
  ] as const) {
    expect((await who.call.systemAsks.ofInitiative({ id: board })).items).toMatchObject([{ id, answer: 'in-part', mySeat: 'co-owner' }]);
    const entries = (await who.call.boards.activity({ id: board })).items.filter((entry) => entry.what === 'system-ask.answered');
    expect(entries).toMatchObject([{ elementId: element, values: { cause: 'We may not share one record', answer: 'in-part', line: reply.line } }]);
    const { sql, t } = server.app.db;
    const told = (await sql.select().from(t.notice)).filter((row) => row.personId === who.personId && row.what === 'system-ask.answered');
    expect(told).toMatchObject([{ why: 'answer', address: `/system-asks/${id}`, byPersonId: cast.outsider.personId }]);
  }
  expect((await cast.outsider.call.systemAsks.mine()).items).toMatchObject([{ id }]);
  const audit = (await rowsAfter(server.app.db, 0, 100_000)).filter((row) => row.action === 'system-ask.answered' && row.thing === id);
  expect(audit).toMatchObject([{ personId: cast.outsider.personId, outcome: 'done' }]);
});

test('people see what is like their blocker: system asks of its kind, and open blockers elsewhere', async () => {
  expect((await grace.call.systemAsks.like({ id: clinic, elementId: door })).blockers.map((one) => one.elementId)).toContain(lift);
  const { id } = await raise();
  const like = await grace.call.systemAsks.like({ id: clinic, elementId: door });
  expect(like.systemAsks.find((one) => one.id === id)).toMatchObject({ cause: 'We may not share one record', blockers: 1, alike: true });
  const own = await amina.call.systemAsks.like({ id: wards, elementId: lift });
  expect(own.systemAsks.map((one) => one.id)).not.toContain(id);
  expect(own.blockers.map((one) => one.elementId)).not.toContain(lift);
  expect((await grace.call.systemAsks.myBlockers()).items.map((one) => one.elementId)).toContain(door);
  expect((await cast.reader.call.systemAsks.myBlockers()).items.map((one) => one.elementId)).not.toContain(lift);
  expect(await refusal(grace.call.systemAsks.like({ id: clinic, elementId: newId() }))).toMatchObject({ code: 'not-found' });
});

test('only those who work on a board raise its blockers, join them and take them out', async () => {
  expect(await refusal(cast.visitor.call.systemAsks.raise(raising()))).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
  expect(await refusal(cast.reader.call.systemAsks.raise(raising()))).toMatchObject({ code: 'not-allowed', reason: 'why.reading-only' });
  expect(await refusal(cast.guest.call.systemAsks.raise(raising()))).toMatchObject({ reason: 'why.claim-first' });
  expect(await refusal(grace.call.systemAsks.raise(raising()))).toMatchObject({ reason: 'why.join-first' });
  const { id } = await raise();
  expect(await refusal(cast.outsider.call.systemAsks.join(joining(id)))).toMatchObject({ reason: 'why.join-first' });
  expect(await refusal(amina.call.systemAsks.join(joining(id)))).toMatchObject({ reason: 'why.join-first' });
  expect(await refusal(grace.call.systemAsks.leave({ id, initiativeId: wards, elementId: lift }))).toMatchObject({ reason: 'why.join-first' });
  expect(await refusal(cast.outsider.call.systemAsks.change({ id, cause: 'Mine' }))).toMatchObject({ reason: 'why.join-first' });
  expect(await cast.guest.call.systemAsks.change({ id, forum: 'The evening meeting' })).toMatchObject({ forum: 'The evening meeting' });
  expect(await refusal(cast.visitor.call.systemAsks.list({}))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.visitor.call.systemAsks.mine())).toMatchObject({ code: 'not-signed-in' });
});

test('a guest of the team joins its blocker and tells the story', async () => {
  const { id } = await grace.call.systemAsks.raise(raising({ id: clinic, elementId: door }));
  const told = await cast.guest.call.systemAsks.join({ id, initiativeId: wards, elementId: lift, story: 'I carry the papers myself.' });
  expect(told.blockers).toMatchObject([
    { elementId: door },
    { elementId: lift, joinedBy: 'Joe', story: 'I carry the papers myself.', mySeat: 'member' },
  ]);
});

test('one says oneself that one takes it there; of ten at once one does; nobody else answers or ends it', async () => {
  const { id } = await raise();
  const people = [amina, grace, cast.outsider, cast.keeper, cast.coOwner, cast.member];
  const taken = await Promise.allSettled(people.map((one) => one.call.systemAsks.sponsor({ id })));
  expect(taken.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const sponsor = people[taken.findIndex((one) => one.status === 'fulfilled')];
  expect((await read(id)).sponsor?.id).toBe(sponsor?.personId);
  expect(await refusal(cast.guest.call.systemAsks.sponsor({ id }))).toMatchObject({ reason: 'why.claim-first' });
  expect(await refusal(cast.visitor.call.systemAsks.sponsor({ id }))).toMatchObject({ code: 'not-signed-in' });
  for (const other of [...people, cast.guest].filter((one) => one.personId !== sponsor?.personId)) {
    expect(await refusal(other.call.systemAsks.answer({ id, ...reply })), other.name).toMatchObject({
      code: 'not-allowed',
      reason: 'why.addressed-only',
    });
    expect(await refusal(other.call.systemAsks.stepBack({ id })), other.name).toMatchObject({ reason: 'why.addressed-only' });
  }
  expect(await refusal(cast.visitor.call.systemAsks.answer({ id, ...reply }))).toMatchObject({ code: 'not-signed-in' });
  expect((await sponsor?.call.systemAsks.stepBack({ id }))?.sponsor).toBeNull();
  expect(await cast.commenter.call.systemAsks.sponsor({ id })).toMatchObject({ toMe: true });
  expect(await refusal(sponsor?.call.systemAsks.sponsor({ id }) ?? Promise.resolve())).toMatchObject({
    code: 'conflict',
    reason: 'systemAsks.has-sponsor',
  });
});

test('an answer needs words, and what happens next unless it is no', async () => {
  const { id } = await raise();
  await cast.outsider.call.systemAsks.sponsor({ id });
  const { answer } = cast.outsider.call.systemAsks;
  expect((await refusal(answer({ id, answer: 'yes', line: 'Yes.' }))).fields).toEqual([{ field: 'next', reason: 'field.required' }]);
  expect((await refusal(answer({ id, answer: 'no', line: ' ' }))).fields).toEqual([{ field: 'line', reason: 'field.required' }]);
  expect((await refusal(amina.call.systemAsks.raise(raising({ cause: '' })))).fields).toEqual([{ field: 'cause', reason: 'field.required' }]);
  expect(await answer({ id, answer: 'no', line: 'There is no money.' })).toMatchObject({ answer: 'no', next: '' });
});

test('the answer can be changed by the one who brought it, and every answer stays in the activity of both boards', async () => {
  const { id } = await raise();
  await grace.call.systemAsks.join(joining(id));
  await cast.outsider.call.systemAsks.sponsor({ id });
  await cast.outsider.call.systemAsks.answer({ id, answer: 'no', line: 'Not this year.' });
  await Promise.all(Array.from({ length: 5 }, () => cast.outsider.call.systemAsks.answer({ id, ...reply })));
  for (const board of [wards, clinic]) {
    const trail = (await cast.outsider.call.boards.activity({ id: board })).items.filter((entry) => entry.what === 'system-ask.answered');
    expect(trail.map((entry) => entry.values['answer'])).toEqual(['in-part', 'no']);
  }
  expect(await refusal(cast.outsider.call.systemAsks.stepBack({ id }))).toMatchObject({ reason: 'why.ended' });
  expect(await refusal(grace.call.systemAsks.join(joining(id, { story: 'Late.' })))).toMatchObject({ reason: 'why.ended' });
  expect(await refusal(amina.call.systemAsks.change({ id, cause: 'Late.' }))).toMatchObject({ reason: 'why.ended' });
  expect(await refusal(amina.call.systemAsks.sponsor({ id }))).toMatchObject({ reason: 'why.ended' });
});

test('a blocker can be taken out again, at any time; it is stuck again on its board, and what it told comes back with it', async () => {
  const { id } = await raise();
  const out = { id, initiativeId: wards, elementId: lift };
  const left = await Promise.allSettled(Array.from({ length: 5 }, () => amina.call.systemAsks.leave(out)));
  expect(left.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  expect(await read(id)).toMatchObject({ blockers: [], mySeat: null });
  expect(await stateOf(wards, lift)).toBe('stuck');
  expect(await refusal(amina.call.systemAsks.leave(out))).toMatchObject({ code: 'not-found', reason: 'systemAsks.not-in-it' });
  expect((await cast.outsider.call.systemAsks.list({})).items.map((one) => one.id)).not.toContain(id);
  await amina.call.systemAsks.join({ id, initiativeId: wards, elementId: lift, story: 'Again.' });
  expect(await stateOf(wards, lift)).toBe('system-ask');
});

test('the same raise sent ten times is one; its id is nobody else’s; a blocker must stand on its board', async () => {
  const input = raising();
  await Promise.all(Array.from({ length: 10 }, () => amina.call.systemAsks.raise(input)));
  const raised = (await amina.call.boards.activity({ id: wards })).items.filter((entry) => entry.what === 'system-ask.raised');
  expect(raised).toHaveLength(1);
  expect(await refusal(grace.call.systemAsks.raise({ ...input, id: clinic, elementId: door }))).toMatchObject({
    code: 'conflict',
    reason: 'systemAsks.id-taken',
  });
  expect((await refusal(amina.call.systemAsks.raise(raising({ elementId: door })))).fields).toEqual([
    { field: 'elementId', reason: 'asks.no-such-blocker' },
  ]);
  const { id } = await amina.call.systemAsks.raise(raising());
  await server.app.db.transact((tx) =>
    tx.sql
      .update(tx.t.boardElement)
      .set({ archivedAt: new Date('2027-03-01T12:00:00Z') })
      .returning(),
  );
  expect(await refusal(grace.call.systemAsks.join(joining(id)))).toMatchObject({ code: 'gone', reason: 'systemAsks.blocker-put-away' });
});

test('an answer and a blocker that joins at the same moment leave one story', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await raise();
    await cast.outsider.call.systemAsks.sponsor({ id });
    const [joined, answered] = await Promise.allSettled([
      grace.call.systemAsks.join(joining(id)),
      cast.outsider.call.systemAsks.answer({ id, ...reply }),
    ]);
    expect(answered.status).toBe('fulfilled');
    const told = (await cast.outsider.call.boards.activity({ id: clinic })).items.some(
      (entry) => entry.what === 'system-ask.answered' && entry.values['systemAskId'] === id,
    );
    expect(told).toBe(joined.status === 'fulfilled');
  }
});

test('what is not there is not found', async () => {
  const id = newId();
  const { read: look, sponsor, stepBack, answer, change, join } = amina.call.systemAsks;
  const calls = [() => look({ id }), () => sponsor({ id }), () => stepBack({ id }), () => answer({ id, ...reply }), () => change({ id, cause: 'x' })];
  for (const call of [...calls, () => join(joining(id))]) expect(await refusal(call())).toMatchObject({ code: 'not-found' });
  expect(await refusal(amina.call.systemAsks.raise(raising({ id: newId() })))).toMatchObject({ code: 'not-found' });
});
