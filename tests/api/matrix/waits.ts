import type { Matrix } from './frame.ts';

export const waitsMatrix: Matrix = {
  'waits.read': { who: 'waits.read', try: (c) => () => c.who.call.waits.read() },
};
