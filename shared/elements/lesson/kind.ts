/** A lesson: what we would tell the next team. It stays open while it holds true. */
import { day, line, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const lesson = defineKind({
  name: 'lesson',
  section: 'learning',
  first: 'true-now',
  states: { 'true-now': 'open', 'partly-true': 'open', 'no-longer-true': 'settled' },
  fields: { title: line(), whatHelped: text(), whatChanged: text(), advice: text(), checkedOn: day() },
  makesSenseWith: ['title', 'advice'],
  defaults: {},
  examples: [
    { values: { title: 'Visitors ask for the model; show them the method', advice: 'Start from what people nearby care about.' } },
    { state: 'partly-true', values: { title: 'Sit in A&E, not across the road', whatHelped: 'Being there at handover.', checkedOn: '2027-01-15' } },
  ],
  describe: (element, say) => say('kinds.lesson.says', { title: titled(element.values.title, say) }),
});
