import { useEffect, useState } from 'react';
import { systemClock } from '#shared/lib/clock.ts';

/** The present moment, renewed so that ages on an open page stay true. */
export function useNow(everyMs = 60_000): Date {
  const [now, setNow] = useState(() => systemClock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(systemClock.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
