/** The three questions a mirror ends in: never a grade. They are chosen by what is shown and by nothing else, so they tell no more than it does. */
import type { ShownMirror } from './model.ts';
import type { ActKind, FigureName, QuestionName } from './kinds.ts';

export interface Seen extends Pick<ShownMirror, 'people' | 'active' | 'leaders' | 'figures' | 'shared' | 'picture'> {
  /** A perspective nobody of the team sits in; the board shows the same. */
  readonly emptyChair: boolean;
}

/** The first three that fit. */
export function questionsFor(seen: Seen): QuestionName[] {
  return fitting.flatMap(([name, fits]) => (fits(seen) ? name : [])).slice(0, 3);
}

const always = (): boolean => true;

const fitting: readonly (readonly [QuestionName, (seen: Seen) => boolean])[] = [
  ['who-else-opens', ({ leaders, active }) => leaders * 2 < active],
  ['away-for-a-month', (seen) => valueOf(seen, 'half', 9) <= 2],
  ['through-one', (seen) => valueOf(seen, 'centre', 0) >= 0.5],
  ['not-built-on', ({ picture }) => (picture?.bands[0]?.people ?? 0) > 0],
  ['one-way', (seen) => valueOf(seen, 'both-ways', 1) < 0.3],
  ['empty-chair', ({ emptyChair }) => emptyChair],
  ['quiet-people', ({ people, active }) => (people - active) * 4 >= people],
  ['who-else-invites', (seen) => fewDo(seen, 'invited')],
  ['who-else-decides', (seen) => fewDo(seen, 'decided')],
  ['who-teaches', (seen) => fewDo(seen, 'taught')],
  ['who-decides-what', ({ leaders, active }) => leaders * 4 >= active * 3],
  ['what-helps', always],
  ['what-no-screen-sees', always],
  ['what-to-hand-over', always],
];

function valueOf({ figures }: Seen, name: FigureName, without: number): number {
  return figures.find((one) => one.name === name)?.value ?? without;
}

function fewDo({ shared }: Seen, kind: ActKind): boolean {
  return !shared.includes(kind);
}
