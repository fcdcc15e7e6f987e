import { useCallback, useRef, useSyncExternalStore } from 'react';
import { boardRoots } from '#shared/board/layout.ts';
import { type Block, purposeBlocks } from '#shared/board/read-purpose.ts';
import { useOpenBoard } from '../board-context.ts';

/** The purpose as it reads now. */
export function usePurpose(): readonly Block[] {
  const { doc } = useOpenBoard();
  const known = useRef<{ of: typeof doc; blocks: Block[] } | null>(null);
  const read = useCallback(() => {
    if (known.current?.of !== doc) known.current = { of: doc, blocks: purposeBlocks(doc) };
    return known.current.blocks;
  }, [doc]);
  const subscribe = useCallback(
    (changed: () => void) => {
      const { purpose } = boardRoots(doc);
      const look = () => {
        known.current = null;
        changed();
      };
      purpose.observeDeep(look);
      return () => purpose.unobserveDeep(look);
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, read);
}
