import type { Perspective } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import { Choices } from './choice.tsx';

/** The five, in the order the seats are drawn. */
export const perspectiveNames = ['leading', 'supporting', 'delivering', 'receiving', 'witnessing'] as const satisfies readonly Perspective[];

const options = perspectiveNames.map((value) => ({
  value,
  label: say(`people.perspective-${value}`),
  hint: say(`people.perspective-${value}-note`),
}));

export interface PerspectiveChoicesProps {
  legend: string;
  hint?: string;
  error?: string | undefined;
  values: readonly Perspective[];
  onChange: (values: Perspective[]) => void;
}

/** How somebody is in this: several at once are fine, and none. */
export function PerspectiveChoices(props: PerspectiveChoicesProps) {
  return <Choices<Perspective> {...props} options={options} />;
}
