/**
 * A blocker: what is in the way. `asked` and `answered` are no states of the card: they are read from the asks, which are
 * rows of the server, so that nobody can forge an answer by writing on the board.
 */
import { line, oneOf, text, yesNo } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const blocker = defineKind({
  name: 'blocker',
  section: 'blockers',
  first: 'stuck',
  states: { stuck: 'open', 'system-ask': 'open', freed: 'settled', 'not-for-now': 'settled' },
  fields: {
    title: line(),
    blockerKind: oneOf(['regulation', 'funding', 'training', 'culture', 'space', 'it-and-data', 'permission', 'people-and-time', 'not-sure']),
    whatWouldFreeUs: text(2000),
    whoCould: line(),
    /** The ladder's first rung: a smaller version that needs nobody's leave. */
    firstRung: text(2000),
    /** A blocker can be worked round and still be raised, so this is no state. */
    workedRound: yesNo(),
    how: text(2000),
  },
  makesSenseWith: ['title', 'whatWouldFreeUs', 'firstRung'],
  defaults: { workedRound: false },
  examples: [
    {
      values: {
        title: 'Two record systems, and no shared view',
        blockerKind: 'it-and-data',
        whatWouldFreeUs: 'Reading rights for three people on each side.',
        whoCould: 'The two records managers',
        firstRung: 'Print the summary each morning and walk it over.',
      },
    },
    {
      state: 'freed',
      values: {
        title: 'Premises rules do not allow a garden entrance',
        blockerKind: 'regulation',
        how: 'We asked for one door to be a trial for six months.',
        workedRound: true,
      },
    },
  ],
  describe: (element, say) => {
    const title = titled(element.values.title, say);
    if (element.state === 'freed') return say('kinds.blocker.says-freed', { title });
    return say(element.values.workedRound === true ? 'kinds.blocker.says-worked-round' : 'kinds.blocker.says', { title });
  },
});
