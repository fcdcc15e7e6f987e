import type { Matrix } from './frame.ts';

export const leadershipMatrix: Matrix = {
  'leadership.read': { who: 'leadership.read', inside: true, try: (c) => () => c.who.call.leadership.read({ id: c.here }) },
  'leadership.choice': { who: 'person.change', relations: ['own'], try: (c) => () => c.who.call.leadership.choice() },
  'leadership.choose': { who: 'person.change', relations: ['own'], try: (c) => () => c.who.call.leadership.choose({ counted: true }) },
};
