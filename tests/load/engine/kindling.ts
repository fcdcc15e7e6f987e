/** Our own server as people run it: the production bundle with gate, judge, policy and `synchronous=FULL`. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { mergedUpdate } from '#server/boards/board-view.ts';
import { Spacing } from '#client/realtime/spacing.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { decodePacket, encodePacket, packetType } from '#shared/realtime/packet-parser.ts';
import { protocolVersion } from '#shared/realtime/protocol.ts';
import { serve } from '../served.ts';
import type { Contestant, Page, PageParts, Running } from './contestant.ts';
import type { Ground } from './ground.ts';
import { promised } from './promised.ts';
import { type LightSocket, openWebSocket } from './web-socket.ts';

const bytes = z.instanceof(Uint8Array);
const openedAnswer = z.object({ ok: z.literal(true), epoch: z.number(), update: bytes });
const answer = z.object({ ok: z.boolean() });
const openId = 0;

export interface KindlingOptions {
  /** A folder that stays, filled at the first start; left out, each start has a copy of its own. */
  readonly kept?: string;
  /** A bundle other than the product's. */
  readonly server?: string;
}

export function kindling(ground: Ground, { kept, server }: KindlingOptions = {}): Contestant {
  return {
    name: 'Kindling',
    async start(): Promise<Running> {
      const dataDir = kept ?? mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
      if (readdirSync(dataDir).length === 0) cpSync(ground.dataDir, dataDir, { recursive: true });
      const served = await serve({ dataDir, ...(server === undefined ? {} : { server }) });
      const removeFolder = (): void => (kept === undefined ? rmSync(dataDir, { recursive: true, force: true }) : undefined);
      return {
        name: 'Kindling',
        join: (page) => joinKindling(served.url, ground.cookies[page.nth % ground.cookies.length] ?? '', page),
        cpuMs: () => served.cpuMs() ?? 0,
        rss: () => served.rss(),
        kill: () => served.kill(),
        end: async () => {
          await served.end();
          removeFolder();
        },
      };
    },
  };
}

/** A page of ours, which costs the reader next to nothing. Resolves when the board is open. */
export async function joinKindling(url: string, cookie: string, page: PageParts): Promise<Page> {
  const { boardId } = page;
  let socket: LightSocket | null = null;
  let epoch = 0;
  let asked = openId;
  /** How many edits each frame under way carries, and when it went. */
  const underWay: { readonly edits: number; readonly sentAt: number }[] = [];
  const spacing = new Spacing();
  let next: NodeJS.Timeout | null = null;
  let waiting: Uint8Array[] = [];
  const say = (id: number, ...data: readonly unknown[]): void => socket?.send(encodePacket({ type: packetType.event, nsp: '/', id, data }));
  /** As our page does: on a slow line some frames follow each other, and what is typed meanwhile goes as one. */
  const sendMore = (): void => {
    const now = performance.now();
    const waitMs = spacing.untilNext(now);
    if (waiting.length === 0 || waitMs === Number.POSITIVE_INFINITY) return;
    if (waitMs > 0) {
      next ??= setTimeout(() => {
        next = null;
        sendMore();
      }, waitMs);
      return;
    }
    underWay.push({ edits: waiting.length, sentAt: now });
    spacing.sent(now);
    const update = waiting.length === 1 ? waiting[0] : mergedUpdate(waiting);
    waiting = [];
    say(++asked, 'board:edit', { boardId, epoch, update });
  };
  const acknowledged = (ok: boolean): void => {
    const first = underWay.shift();
    if (first === undefined) throw new Error('an answer too many');
    spacing.answered(performance.now() - first.sentAt);
    if (ok) for (let n = 0; n < first.edits; n++) page.acknowledged?.();
    sendMore();
  };
  const opened = promised();
  const hear = (payload: Buffer, isText: boolean): void => {
    if (isText) return void (payload.toString() === '2' && socket?.send('3'));
    const packet = decodePacket(payload);
    if (packet.type === packetType.connectError) return opened.reject(new Error(JSON.stringify(packet.data)));
    if (packet.type === packetType.connect)
      return say(openId, 'board:open', { boardId, epoch: null, version: boardVersion, stateVector: new Uint8Array() });
    const [first, second] = Array.isArray(packet.data) ? (packet.data as unknown[]) : [];
    if (packet.type === packetType.event) return void (first === 'board:update' && page.heard((second as { update: Uint8Array }).update)); // as our own schema says.
    if (packet.id !== openId) return acknowledged(answer.parse(first).ok);
    const board = openedAnswer.safeParse(first);
    if (!board.success) return opened.reject(new Error(`the board did not open: ${JSON.stringify(first)}`));
    epoch = board.data.epoch;
    page.opened?.(board.data.update);
    opened.resolve();
  };
  socket = await openWebSocket({
    url,
    path: '/socket.io/?EIO=4&transport=websocket',
    headers: { Cookie: cookie },
    heard: hear,
    ...(page.ended === undefined ? {} : { ended: page.ended }),
  });
  socket.send(encodePacket({ type: packetType.connect, nsp: '/', data: { version: protocolVersion } }));
  await opened.promise;
  const line = socket;
  const send = (update: Uint8Array): void => {
    waiting.push(update);
    // As our page: what one act writes in several steps goes as one frame.
    if (waiting.length === 1) queueMicrotask(sendMore);
  };
  return { send, leave: () => line.end() };
}
