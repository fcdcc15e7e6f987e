/** A question: open until it is answered. */
import { line, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const question = defineKind({
  name: 'question',
  section: 'questions',
  first: 'open',
  states: { open: 'open', answered: 'settled' },
  fields: { title: line(), why: text(2000), answer: text() },
  makesSenseWith: ['title'],
  needs: { answered: ['answer'] },
  defaults: {},
  examples: [
    { values: { title: 'I wonder who is not in the room yet?', why: 'Everyone at the table works days.' } },
    { state: 'answered', values: { title: 'What would happen if we asked at the door?', answer: 'Most people stopped to talk.' } },
  ],
  describe: (element, say) =>
    say(element.state === 'answered' ? 'kinds.question.says-answered' : 'kinds.question.says', { title: titled(element.values.title, say) }),
});
