import type { InitiativeState } from '#shared/features/initiatives/model.ts';
import { say } from '#shared/words/say.ts';
import css from './state-tag.module.css';

/** How an initiative is going, in a word. Only what is active glows. */
export function StateTag({ state }: { state: InitiativeState }) {
  return (
    <span className={css['tag']} data-state={state}>
      {say(`initiatives.state-${state}`)}
    </span>
  );
}
