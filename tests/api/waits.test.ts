import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const monday = new Date('2027-03-01T00:00:00Z');
const dayOf = (days: number) => new Date(monday.getTime() + days * dayMs);

let server: TestServer;
let cast: Cast;
let now = dayOf(0);
let askable: Somebody[] = [];
let elementId = '';
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  cast = await aCast(server);
  askable = await Promise.all(['Priya', 'Mei', 'Tom', 'Ada', 'Sam'].map((name) => server.join(name)));
  elementId = await aBlocker(server.app.db, cast.id, { fields: { blockerKind: 'training' } });
});
afterAll(() => server.close());

async function put(to: Somebody): Promise<() => Promise<unknown>> {
  const askId = newId();
  await cast.member.call.asks.put({ id: cast.id, elementId, asks: [{ askId, personId: to.personId, message: 'Could you?' }] });
  return () => to.call.asks.answer({ id: askId, answer: 'cannot', line: 'No money.' });
}

test('[W5] [W6] nothing is said of four asked people; of five it is, once their week is over; writing on the board moves no ask', async () => {
  const answers = [];
  for (const to of askable.slice(0, 4)) answers.push(await put(to));
  now = dayOf(2);
  for (const answer of answers) await answer();
  now = dayOf(7);
  expect(await cast.reader.call.waits.read()).toEqual({ all: null, kinds: [], levels: [] });
  const [, , , , fifth] = askable;
  if (fifth === undefined) throw new Error('five are asked');
  await put(fifth);
  now = dayOf(13);
  expect((await cast.reader.call.waits.read()).kinds).toEqual([]);
  now = dayOf(14);
  const shown = {
    all: { asks: 5, answered: 0.8 },
    kinds: [{ kind: 'training', asks: 5, answered: 0.8, days: 2, to: '2027-03-14' }],
    levels: [{ level: 'team', days: 2, to: '2027-03-14' }],
  };
  expect(await cast.reader.call.waits.read()).toEqual(shown);
  await server.app.db.transact((tx) => tx.sql.update(tx.t.boardElement).set({ fields: { blockerKind: 'space' } }));
  expect(await cast.reader.call.waits.read()).toEqual(shown);
});

test('who has come in may read it; a visitor may where the place is open', async () => {
  for (const who of [cast.guest, cast.outsider, cast.keeper]) expect(await who.call.waits.read(), who.name).toHaveProperty('kinds');
  expect(await refusal(cast.visitor.call.waits.read())).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
});
