/** In-process news of what has been committed. A listener that throws stops nobody else. */
import type { ActivityName } from '#shared/words/en/activity.ts';
import type { Log } from '../log/log.ts';

export interface Happening {
  readonly what: ActivityName;
  readonly at: Date;
  readonly initiativeId: string | null;
  readonly personId: string | null;
  readonly elementId: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Bus {
  publish(happening: Happening): void;
  /** @returns a function that stops listening */
  subscribe(listener: (happening: Happening) => void): () => void;
}

export function makeBus(log: Log): Bus {
  const listeners = new Set<(happening: Happening) => void>();
  return {
    publish(happening) {
      for (const listener of listeners) {
        try {
          listener(happening);
        } catch (err) {
          log.error({ err, what: happening.what }, 'a listener threw');
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
