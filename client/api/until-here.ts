import { aroundMs } from '#shared/lib/new-id.ts';

const soonestMs = 1000;
const latestMs = 60_000;

/**
 * Fetches a part of the app that comes later, again and again until it is here: sooner at first, and at once when the device says that its line is back.
 * @param missing told each time it could not be had
 * @returns a function that calls it off
 */
export function untilHere<T>(fetch: () => Promise<T>, here: (part: T) => void, missing: () => void = () => undefined): () => void {
  let ended = false;
  let asking = false;
  let waitMs = soonestMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    ended = true;
    clearTimeout(timer);
    removeEventListener('online', ask);
  };
  function ask(): void {
    if (asking || ended) return;
    asking = true;
    clearTimeout(timer);
    fetch().then(
      (part) => {
        if (ended) return;
        end();
        here(part);
      },
      () => {
        asking = false;
        if (ended) return;
        timer = setTimeout(ask, aroundMs(waitMs));
        waitMs = Math.min(waitMs * 2, latestMs);
        missing();
      },
    );
  }
  addEventListener('online', ask);
  ask();
  return end;
}
