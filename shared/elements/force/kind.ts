/**
 * An invisible force: what bends things and nobody says. This card is for forces people put their hand to. A force added
 * with no name is a row of the server and never in this document: a document keeps which device wrote each letter.
 */
import { line, oneOf, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const force = defineKind({
  name: 'force',
  section: 'forces',
  first: 'noticed',
  states: { noticed: 'open', 'working-on-it': 'open', eased: 'settled', 'living-with-it': 'settled' },
  fields: {
    title: line(),
    forceKind: oneOf(['places-and-contact', 'titles-and-roles', 'attitudes', 'hidden-needs', 'rules-and-money', 'habits']),
    howItBends: text(2000),
    heard: oneOf(['directly', 'second-hand']),
    nextStep: line(),
  },
  makesSenseWith: ['title', 'nextStep'],
  defaults: {},
  examples: [
    { values: { title: 'The glass screen at reception says keep out', forceKind: 'places-and-contact', heard: 'directly' } },
    {
      state: 'working-on-it',
      values: {
        title: 'Nobody wants to own the risk at three in the morning',
        forceKind: 'attitudes',
        nextStep: 'Talk it through at the next night handover',
      },
    },
  ],
  describe: (element, say) => say('kinds.force.says', { title: titled(element.values.title, say) }),
});
