/** A story: what it was like. Consent and who may read are rows of the server; a story taken back is archived. */
import { line, oneOf, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const story = defineKind({
  name: 'story',
  section: 'measures',
  first: 'being-told',
  states: { 'being-told': 'open', told: 'settled' },
  fields: {
    title: line(),
    whoTells: oneOf(['told-by', 'told-for']),
    whatHappened: text(10_000),
    howItFelt: text(),
    keepOrChange: text(),
  },
  makesSenseWith: ['title', 'whatHappened'],
  defaults: { whoTells: 'told-by' },
  examples: [
    {
      values: {
        title: 'The night nobody came',
        whoTells: 'told-by',
        whatHappened: 'I rang the bell twice and then I waited.',
        howItFelt: 'Small.',
        keepOrChange: 'Tell us how long it will take.',
      },
    },
    { state: 'told', values: { title: 'Coffee first, then care', whoTells: 'told-for', whatHappened: 'She knew my name and sat down.' } },
  ],
  describe: (element, say) => say('kinds.story.says', { title: titled(element.values.title, say) }),
});
