import { VisuallyHidden } from '@mantine/core';
import { say } from '#shared/words/say.ts';
import css from './loading.module.css';

export interface LoadingProps {
  /** What is being fetched: "the board". */
  what?: string;
  lines?: number;
}

/** Lines of paper where words will be. Drawn only after a moment, so that quick answers do not flicker. */
export function Loading({ what, lines = 3 }: LoadingProps) {
  return (
    <div role="status" className={css['loading']}>
      <VisuallyHidden>{what === undefined ? say('shell.loading') : say('shell.loading-what', { what })}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={css['line']} />
      ))}
    </div>
  );
}
