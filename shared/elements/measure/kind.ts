/** A measure: what a number over time means. Its points are rows of the server. */
import { line, number, oneOf, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const measure = defineKind({
  name: 'measure',
  section: 'measures',
  first: 'counting',
  states: { counting: 'open', resting: 'settled' },
  fields: {
    title: line(),
    measureKind: oneOf(['outcome', 'process', 'balancing']),
    howWeCount: text(2000),
    unit: line(60),
    betterWhen: oneOf(['up', 'down', 'neither']),
    target: number(),
    source: line(),
  },
  makesSenseWith: ['title', 'unit', 'betterWhen'],
  defaults: { measureKind: 'outcome' },
  examples: [
    { values: { title: 'Seen within one hour in A&E', measureKind: 'outcome', unit: '%', betterWhen: 'up', target: 95 } },
    {
      values: {
        title: 'Staff who went home late',
        measureKind: 'balancing',
        unit: 'people a week',
        betterWhen: 'down',
        howWeCount: 'Ask at the end of each shift.',
      },
    },
  ],
  describe: (element, say) => {
    const title = titled(element.values.title, say);
    const unit = element.values.unit.trim();
    return unit === '' ? say('kinds.measure.says', { title }) : say('kinds.measure.says-unit', { title, unit });
  },
});
