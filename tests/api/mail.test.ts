import { afterEach, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openMailbox } from '#tests/helpers/smtp.ts';
import { startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function askForLink(server: TestServer, email: string): Promise<Response> {
  return server.visitor().fetch('/api/auth/sign-in/magic-link', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email, name: 'Amina' }),
  });
}

test('a link to come in goes out by SMTP, with the secret in the fragment', async () => {
  const { url, letters, close } = await openMailbox();
  closing.push(close);
  const server = await startTestServer({ env: { SMTP_URL: url, MAIL_FROM: 'Kindling <hello@kindling.example>' } });
  closing.push(() => server.close());
  expect((await askForLink(server, 'amina@example.org')).status).toBe(200);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.to).toEqual(['amina@example.org']);
  const text = letters[0]?.source ?? '';
  expect(text).toContain('From: Kindling <hello@kindling.example>');
  expect(text).toContain(`${server.url}/sign-in/link#`);
});

test('without SMTP the letter is in the outbox folder, readable by the owner alone', async () => {
  const server = await startTestServer();
  closing.push(() => server.close());
  await askForLink(server, 'amina@example.org');
  const folder = path.join(server.dataDir, 'outbox');
  const [file = ''] = readdirSync(folder);
  expect(readFileSync(path.join(folder, file), 'utf8')).toMatch(/^To: amina@example\.org\nSubject: .+\n\n[^]*\/sign-in\/link#\S+/);
});
