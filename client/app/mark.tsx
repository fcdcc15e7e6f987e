import css from './layout.module.css';

/** Two sticks and a flame, drawn in the ink of the page. */
export function Mark() {
  return (
    <svg viewBox="0 0 64 64" width="34" height="34" aria-hidden className={css['mark']}>
      <path d="M12 56 46 39M52 56 18 39" fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      <path
        d="M32 6c3 7 12 11.5 12 21a12 12 0 0 1-24 0c0-5.5 3.5-8 5.5-12 1.5 2.600 2.200 4 3.800 5C30.800 16.300 30.200 11 32 6Z"
        className={css['flame']}
      />
    </svg>
  );
}
