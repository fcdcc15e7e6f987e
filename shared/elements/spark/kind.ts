/** A spark on the board: one that the initiative began with, or one noticed since. */
import { line, oneOf, ref, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const spark = defineKind({
  name: 'spark',
  section: 'sparks',
  first: 'noticed',
  states: { noticed: 'open', working: 'open', met: 'settled', 'set-aside': 'settled' },
  fields: {
    title: line(),
    sparkKind: oneOf(['need', 'idea']),
    more: text(),
    /** The spark on the wall this card came from, when it came from there. */
    spark: ref('spark'),
  },
  makesSenseWith: ['title'],
  defaults: { sparkKind: 'need' },
  examples: [
    { values: { title: 'The church hall stands empty most of the week: who could use it?', sparkKind: 'idea' } },
    {
      state: 'working',
      values: {
        title: 'She sees seven new faces a week; could it be two?',
        sparkKind: 'need',
        more: 'Each visit begins with explaining the tablets again.',
      },
    },
  ],
  describe: (element, say) =>
    say(element.values.sparkKind === 'idea' ? 'kinds.spark.says-idea' : 'kinds.spark.says-need', { title: titled(element.values.title, say) }),
});
