import type { InitiativeState } from '#shared/features/initiatives/model.ts';
import { say } from '#shared/words/say.ts';

/** In the order they are offered; any order is fine in life. */
export const stateNames = ['kindling', 'thinking-time', 'active', 'resting', 'learned'] as const satisfies readonly InitiativeState[];

export const stateOptions = stateNames.map((value) => ({ value, label: say(`initiatives.state-${value}`) }));
export const statesWithNotes = stateNames.map((value) => ({
  value,
  label: say(`initiatives.state-${value}`),
  hint: say(`initiatives.state-${value}-note`),
}));
