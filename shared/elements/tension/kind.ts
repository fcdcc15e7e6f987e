/** A tension: two good things that pull apart. It is held, not solved, so no state says "solved". Dots and reasons are rows of the server. */
import { line, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const tension = defineKind({
  name: 'tension',
  section: 'forces',
  first: 'pulling',
  states: { pulling: 'open', held: 'open', quiet: 'settled' },
  fields: { title: line(), oneSide: line(), otherSide: line(), howWeHoldIt: text(2000) },
  makesSenseWith: ['title', 'oneSide', 'otherSide'],
  defaults: {},
  examples: [
    { values: { title: 'Pace and time', oneSide: 'People are waiting now', otherSide: 'Everyone needs time to come along' } },
    {
      state: 'held',
      values: {
        title: 'New ideas and safety',
        oneSide: 'Try something really new',
        otherSide: 'Keep people from harm',
        howWeHoldIt: 'Each test says when to stop before it starts.',
      },
    },
  ],
  describe: (element, say) => {
    const { oneSide, otherSide } = element.values;
    if (oneSide.trim() === '' || otherSide.trim() === '') return say('kinds.tension.says', { title: titled(element.values.title, say) });
    return say('kinds.tension.says-sides', { one: oneSide.trim(), other: otherSide.trim() });
  },
});
