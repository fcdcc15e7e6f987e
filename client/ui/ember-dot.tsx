import css from './ember-dot.module.css';

export interface EmberDotProps {
  /** Off: it has been answered or is asleep. */
  lit?: boolean;
  /** Read aloud; without it the words beside the dot have to say the same. */
  label?: string;
}

/** The one accent: something here is alive, or waits for an answer. */
export function EmberDot({ lit = true, label }: EmberDotProps) {
  const named = label === undefined ? ({ 'aria-hidden': true } as const) : ({ role: 'img', 'aria-label': label } as const);
  return <span className={css['dot']} data-lit={lit} {...named} />;
}
