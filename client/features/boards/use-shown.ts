import { useSyncExternalStore } from 'react';
import { type SectionId, sections } from '#shared/elements/kind.ts';

const wide = '(min-width: 60em)';

/**
 * The section that is shown alone; null where there is room for the whole board. Zoom counts: at 400 % a wide screen is a narrow one.
 * Whoever turns a tablet stays in the section they were in.
 * @param current the one the address names
 */
export function useShown(current: SectionId | null): SectionId | null {
  const alone = useSyncExternalStore(follow, now);
  return alone === null ? null : (current ?? alone);
}

let lastIn: SectionId = 'purpose';

const now = (): SectionId | null => (matchMedia(wide).matches ? null : lastIn);

function follow(changed: () => void): () => void {
  const query = matchMedia(wide);
  const turned = (): void => {
    lastIn = query.matches ? 'purpose' : sectionOf(document.activeElement);
    changed();
  };
  query.addEventListener('change', turned);
  return () => query.removeEventListener('change', turned);
}

function sectionOf(element: Element | null): SectionId {
  const name = element?.closest('[data-section]')?.getAttribute('data-section');
  return sections.find((section) => section === name) ?? 'purpose';
}
