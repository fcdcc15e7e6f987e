/** What a page watches. Topics carry no data: a stale one is asked for again over HTTP, where policy applies. */
import { watch } from '#shared/realtime/events.ts';
import type { App } from '../context.ts';
import { answering } from './guard.ts';
import type { Live } from './realtime.ts';

/** `topics:watch` replaces the whole set; somebody else's `me:` topic is passed over. */
export function topicEvents(app: App, socket: Live): void {
  let watched = new Set<string>();
  socket.on(
    'topics:watch',
    answering(app.log, watch, async ({ topics }) => {
      const mine = topics.filter((topic) => !topic.startsWith('me:') || topic === `me:${socket.data.viewer.personId ?? ''}`);
      const next = new Set<string>(mine);
      for (const topic of watched) if (!next.has(topic)) void socket.leave(topic);
      await socket.join([...next]);
      watched = next;
      return {};
    }),
  );
}
