import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { problemBody } from '#shared/lib/problem.ts';
import { startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMITS: 'on' } });
});
afterAll(() => server.close());

test('too many changes in a minute are refused with a time to try again, and others go on', async () => {
  const amina = await server.join('Amina');
  const ruth = await server.join('Ruth');
  const change = (who: typeof amina) =>
    who.fetch('/api/v1/me', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ roleTitle: newId() }) });
  let last = await change(amina);
  for (let n = 0; n < 130 && last.status === 200; n++) last = await change(amina);
  expect(last.status).toBe(429);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await last.json()).toMatchObject({ code: 'too-many', reason: 'problem.too-many' });
  expect((await change(ruth)).status).toBe(200);
});

test('a limit that a route keeps itself says when in the head of its answer too, as in the body', async () => {
  const terry = await server.join('Terry');
  const post = () => {
    const spark = { id: newId(), kind: 'need', text: newId(), siteId: null, nameShown: 'unnamed' };
    return terry.fetch('/api/v1/sparks', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(spark) });
  };
  let last = await post();
  expect([last.status, last.headers.get('retry-after')]).toEqual([200, null]);
  for (let n = 0; n < 10 && last.status === 200; n++) last = await post();
  const { code, reason, retryAfterMs } = problemBody.parse(await last.json());
  expect([last.status, code, reason]).toEqual([429, 'too-many', 'sparks.unnamed-allowance']);
  expect(last.headers.get('retry-after')).toBe(String(Math.ceil((retryAfterMs ?? 0) / 1000)));
});

test('guessing invite secrets from one address ends soon', async () => {
  const guess = () =>
    server.visitor().fetch('/api/v1/invites/look', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: 'x'.repeat(43) }),
    });
  const answers: number[] = [];
  for (let n = 0; n < 305; n++) answers.push((await guess()).status);
  expect(answers[0]).not.toBe(429);
  expect(answers.at(-1)).toBe(429);
});

test('a body that is too large is refused before it is read', async () => {
  const amina = await server.join('Dev');
  const answer = await amina.fetch('/api/v1/me', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'x'.repeat(200_000) }),
  });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'too-large' });
});
