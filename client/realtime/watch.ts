/** Which topics the open screens watch, and which answers to ask for again when one goes stale. */
import type { QueryKey } from '@tanstack/react-query';
import type { Topic } from '#shared/realtime/topics.ts';
import type { Connection } from './connection.ts';

export interface Watch {
  /** @returns a function that stops watching */
  add(topics: readonly Topic[], keys: readonly QueryKey[]): () => void;
  attach(connection: Connection): void;
}

interface Watching {
  readonly topics: readonly Topic[];
  readonly keys: readonly QueryKey[];
}

export function makeWatch(stale: (key: QueryKey) => void): Watch {
  const all = new Set<Watching>();
  let connection: Connection | null = null;
  let telling = false;

  /** Once a turn, however many screens change what they watch. */
  function tell(): void {
    if (telling) return;
    telling = true;
    queueMicrotask(() => {
      telling = false;
      if (connection?.line() !== 'open') return;
      const topics = [...new Set([...all].flatMap((one) => one.topics))].slice(0, 60);
      connection.ask('topics:watch', { topics }).catch(() => undefined);
    });
  }

  function refresh(isStale: (topic: Topic) => boolean): void {
    const keys = new Map([...all].filter((one) => one.topics.some(isStale)).flatMap((one) => one.keys.map((key) => [JSON.stringify(key), key])));
    for (const key of keys.values()) stale(key);
  }

  return {
    add(topics, keys) {
      const one = { topics, keys };
      all.add(one);
      tell();
      return () => {
        all.delete(one);
        tell();
      };
    },
    attach(made) {
      connection = made;
      let wasDown = false;
      made.on('topics:stale', (topics) => refresh((topic) => topics.includes(topic)));
      made.onLine((line) => {
        if (line === 'down') wasDown = true;
        if (line !== 'open') return;
        tell();
        // What went stale while the line was down was not heard.
        if (wasDown) refresh(() => true);
        wasDown = false;
      });
      tell();
    },
  };
}
