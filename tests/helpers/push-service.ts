/** A real push service over HTTPS that is also the browser: it keeps what it is sent, and reads it with another implementation than ours. */
import { createECDH, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import ece from 'http_ece';
import { z } from 'zod';
import type { PushDoor } from '#server/adapters/push/push.ts';
import { rootFolder } from './root-folder.ts';

const note = z.object({ title: z.string(), body: z.string(), tag: z.string(), address: z.string(), language: z.string() });

export interface Pushed {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly note: z.infer<typeof note>;
  /** As the service sees it. */
  readonly body: Buffer;
}

export interface PushService {
  readonly url: string;
  /** Lets a server reach this service and nothing else. */
  readonly door: PushDoor;
  readonly pushed: Pushed[];
  /** What each request is answered with. */
  answer: (pushed: Pushed) => number;
  close(): Promise<void>;
}

const browser = createECDH('prime256v1');
browser.generateKeys();
const auth = randomBytes(16).toString('base64url');

/** The keys of the one browser there is. */
export function aBrowser(): { p256dh: string; auth: string } {
  return { p256dh: browser.getPublicKey('base64url'), auth };
}

export async function openPushService(): Promise<PushService> {
  const file = (name: string) => readFileSync(path.join(rootFolder, 'tests/fixtures/push-service', name), 'utf8');
  const pushed: Pushed[] = [];
  const service: Pick<PushService, 'answer'> = { answer: () => 201 };
  const server = createServer({ key: file('key.pem'), cert: file('cert.pem') }, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const plain = ece.decrypt(body, { version: 'aes128gcm', privateKey: browser, authSecret: auth });
      const headers = z.record(z.string(), z.string()).parse(request.headers);
      const one = { path: request.url ?? '', headers, note: note.parse(JSON.parse(plain.toString())), body };
      pushed.push(one);
      response.writeHead(service.answer(one), { location: 'https://localhost/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server listening on a port has an AddressInfo.
  const door = { isPublic: (address: string) => address === '127.0.0.1', port, ca: file('cert.pem') };
  return Object.assign(service, {
    url: `https://127.0.0.1:${port}`,
    door,
    pushed,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
