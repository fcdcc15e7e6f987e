import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startServerProcess } from '#tests/helpers/server-process.ts';

test('SIGTERM ends the server in order; a second start finds everything', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-'));
  try {
    const server = await startServerProcess({ DATA_DIR: dataDir });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ ok: true });
    const answer = await fetch(`${server.url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ name: 'Sam', email: 'sam@example.org', password: 'correct horse battery' }),
    });
    expect(answer.status).toBe(200);
    expect(await server.end('SIGTERM')).toBe(0);
    const again = await startServerProcess({ DATA_DIR: dataDir });
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    expect(await (await fetch(`${again.url}/api/v1/me`, { headers: { cookie } })).json()).toMatchObject({ person: { name: 'Sam' } });
    expect(await again.end('SIGINT')).toBe(0);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});
