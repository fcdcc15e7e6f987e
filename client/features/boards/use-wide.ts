import { useSyncExternalStore } from 'react';

const wide = '(min-width: 60em)';

/** Whether there is room for the whole board; otherwise it is shown one section at a time. Zoom counts: at 400 % a wide screen is a narrow one. */
export function useWide(): boolean {
  return useSyncExternalStore(follow, () => matchMedia(wide).matches);
}

function follow(changed: () => void): () => void {
  const query = matchMedia(wide);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
