/** Opens a board for a screen and closes it when the screen goes. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { newId } from '#shared/lib/ids.ts';
import { type BoardProvider, openBoardProvider } from './board-provider.ts';
import { type BoardStatus, opening } from './board-status.ts';
import { browserDevice } from './device-copy.ts';
import { useConnection } from './live.tsx';

const device = browserDevice();

export interface OpenBoard {
  readonly provider: BoardProvider | null;
  readonly status: BoardStatus;
}

/** `colourOf` must be stable. */
export function useBoard(boardId: string, personId: string | null, colourOf: (personId: string) => string): OpenBoard {
  const connection = useConnection();
  const [provider, setProvider] = useState<BoardProvider | null>(null);
  useEffect(() => {
    if (connection === null) return;
    const opened = openBoardProvider({ boardId, personId, connection, device, newId, colourOf });
    setProvider(opened);
    return () => {
      setProvider(null);
      void opened.close();
    };
  }, [boardId, personId, connection, colourOf]);
  const status = useSyncExternalStore(
    (changed) => provider?.subscribe(changed) ?? (() => undefined),
    () => provider?.status() ?? opening,
  );
  return { provider, status };
}
