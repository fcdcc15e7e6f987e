/** A test of change: try it small. The prediction comes first, and it cannot begin before "stop if" is written. */
import { day, line, oneOf, ref, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const testOfChange = defineKind({
  name: 'test-of-change',
  section: 'tests',
  first: 'planned',
  states: { planned: 'open', running: 'open', finished: 'settled', stopped: 'settled' },
  fields: {
    title: line(),
    prediction: text(2000),
    stopIf: text(2000),
    plan: text(2000),
    scale: oneOf(['once', 'three-times', 'one-shift', 'one-week', 'longer']),
    starts: day(),
    ends: day(),
    whatHappened: text(),
    asWeThought: oneOf(['yes', 'partly', 'no']),
    whatWeLearned: text(2000),
    next: oneOf(['adapt', 'adopt', 'abandon']),
    /** The cycle this one grew out of: together they are the ramp. */
    after: ref('element'),
    /** The blocker it gets round: a smaller version that needed nobody's leave. */
    worksRound: ref('element'),
  },
  makesSenseWith: ['title', 'prediction', 'stopIf'],
  needs: { running: ['stopIf'] },
  defaults: { scale: 'once' },
  examples: [
    {
      values: {
        title: 'One link worker in one surgery',
        prediction: 'Five people a week will come.',
        stopIf: 'Anyone waits longer than before.',
        scale: 'one-week',
      },
    },
    {
      state: 'finished',
      values: {
        title: 'One nurse in A&E for one day shift',
        prediction: 'We see everyone within an hour.',
        stopIf: 'The ward has nobody to call.',
        whatHappened: 'We saw seven of nine within an hour.',
        asWeThought: 'partly',
        next: 'adapt',
      },
    },
  ],
  describe: (element, say) => {
    const title = titled(element.values.title, say);
    if (element.state === 'finished') return say('kinds.test-of-change.says-finished', { title });
    return say(element.state === 'stopped' ? 'kinds.test-of-change.says-stopped' : 'kinds.test-of-change.says', { title });
  },
});
