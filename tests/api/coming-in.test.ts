import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('a visitor is nobody, and is told to sign in before changing anything', async () => {
  const visitor = server.visitor();
  expect(await visitor.call.people.me()).toMatchObject({ standing: 'visitor', person: null });
  expect(await refusal(visitor.call.people.change({ name: 'Eve' }))).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
});

test('the first to sign up keeps the place; the next is a member', async () => {
  const sam = await server.join('Sam');
  const ruth = await server.join('Ruth');
  expect(await sam.call.people.me()).toMatchObject({ standing: 'keeper', person: { name: 'Sam' } });
  expect(await ruth.call.people.me()).toMatchObject({ standing: 'member' });
  expect((await sam.call.place.read()).keeperWanted).toBe(false);
  expect(await refusal(ruth.call.place.change({ name: 'Mine now' }))).toMatchObject({ code: 'not-allowed', reason: 'why.keeper-only' });
  expect(await sam.call.place.change({ name: 'Riverside' })).toMatchObject({ name: 'Riverside' });
});

test('a person changes how they show, one field at a time', async () => {
  const ruth = await server.join('Ruth');
  await ruth.call.people.change({ roleTitle: 'ward nurse' });
  const me = await ruth.call.people.change({ nameShown: 'role' });
  expect(me.person).toMatchObject({ name: 'Ruth', roleTitle: 'ward nurse', label: 'ward nurse' });
  expect(await refusal(ruth.call.people.change({ name: '  ' }))).toMatchObject({
    code: 'invalid',
    fields: [{ field: 'name', reason: 'field.required' }],
  });
});

test('a change sent by a page of another site is not carried out', async () => {
  const ruth = await server.join('Ruth');
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }] as const) {
    const answer = await ruth.fetch('/api/v1/me', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{"name":"Mallory"}',
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ reason: 'problem.foreign-origin' });
  }
});

test('signing out everywhere ends every session at once', async () => {
  const ruth = await server.join('Ruth');
  expect(await ruth.call.people.signOutEverywhere()).toEqual({ ended: 1 });
  expect(await ruth.call.people.me()).toMatchObject({ standing: 'visitor' });
});

test('the API describes itself and can be read on a page without any other site', async () => {
  const visitor = server.visitor();
  const document = await (await visitor.fetch('/api/openapi.json')).json();
  expect(document).toMatchObject({
    openapi: expect.stringMatching(/^3\.1/),
    paths: { '/sparks': { post: {} }, '/initiatives/{id}/endorsement': { put: {} } },
  });
  const page = await (await visitor.fetch('/api/docs/')).text();
  expect(page).toContain('swagger-ui');
  expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});

test('an address that is not there, and a body that is no JSON, are said plainly', async () => {
  const visitor = server.visitor();
  const missing = await visitor.fetch('/api/v1/no-such-thing');
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ code: 'not-found' });
  const broken = await visitor.fetch('/api/v1/place/try-as', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"secret":' });
  expect(broken.status).toBe(400);
});
