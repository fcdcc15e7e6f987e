/** One line for the whole page, opened after the first paint; it belongs to whoever is signed in. */
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { untilHere } from '#client/api/until-here.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import type { Connection, LineState } from './connection.ts';
import { makeWatch, type Watch } from './watch.ts';

interface Live {
  readonly connection: Connection | null;
  readonly watch: Watch;
}

const LiveContext = createContext<Live | null>(null);

/** `who` is the person the line belongs to (undefined: not known yet); somebody else coming in gets a line of their own. */
export function LiveProvider({ who, onSessionEnded, children }: { who: string | null | undefined; onSessionEnded: () => void; children: ReactNode }) {
  const [connection, setConnection] = useState<Connection | null>(null);
  const queries = useQueryClient();
  const watch = useMemo(() => makeWatch((key) => void queries.invalidateQueries({ queryKey: key })), [queries]);
  useEffect(() => {
    if (who === undefined) return;
    let made: Connection | null = null;
    const callOff = afterFirstPaint(() =>
      untilHere(
        () => import('./connection.ts'),
        ({ makeConnection }) => {
          made = makeConnection(undefined, { as: who });
          made.on('session:ended', onSessionEnded);
          watch.attach(made);
          setConnection(made);
        },
      ),
    );
    return () => {
      callOff();
      made?.close();
      setConnection(null);
    };
  }, [who, watch, onSessionEnded]);
  const live = useMemo(() => ({ connection, watch }), [connection, watch]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** The line, once there is one. */
export function useConnection(): Connection | null {
  return useContext(LiveContext)?.connection ?? null;
}

/** When one of these topics goes stale, or the line was lost meanwhile, these queries are asked again. */
export function useTopics(topics: readonly Topic[], keys: readonly QueryKey[]): void {
  const watch = useContext(LiveContext)?.watch;
  const wanted = JSON.stringify([topics, keys]);
  useEffect(() => {
    const [names, queryKeys] = JSON.parse(wanted) as [Topic[], QueryKey[]]; // written a line above.
    return watch?.add(names, queryKeys);
  }, [watch, wanted]);
}

/** Whether the line is up, for screens that say so. */
export function useLine(): LineState {
  const connection = useConnection();
  return useSyncExternalStore(
    (changed) => connection?.onLine(changed) ?? (() => undefined),
    () => connection?.line() ?? 'connecting',
  );
}

/** @param work gives a function that calls it off. @returns a function that calls it off, before it began or after */
function afterFirstPaint(work: () => () => void): () => void {
  let callOff: (() => void) | undefined;
  const begin = (): void => {
    callOff = work();
  };
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(begin, { timeout: 2000 });
    return () => (callOff === undefined ? cancelIdleCallback(handle) : callOff());
  }
  const handle = setTimeout(begin, 200);
  return () => (callOff === undefined ? clearTimeout(handle) : callOff());
}
