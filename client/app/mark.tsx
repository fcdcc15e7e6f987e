import css from './layout.module.css';
import { flame, sticks } from './mark-shape.ts';

/** Two sticks and a flame, drawn in the ink of the page. */
export function Mark() {
  return (
    <svg viewBox="0 0 64 64" width="34" height="34" aria-hidden className={css['mark']}>
      <path d={sticks} fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      <path d={flame} className={css['flame']} />
    </svg>
  );
}
