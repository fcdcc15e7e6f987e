/** A decision: the words of it. Who agreed is a row of the server. */
import { day, line, oneOf, text } from '../fields.ts';
import { defineKind, titled } from '../kind.ts';

export const decision = defineKind({
  name: 'decision',
  section: 'questions',
  first: 'proposed',
  states: { proposed: 'open', decided: 'settled', 'looking-again': 'open' },
  fields: {
    title: line(),
    reasons: text(2000),
    consent: oneOf(['everyone-agrees', 'safe-enough-to-try', 'some-object']),
    objections: text(2000),
    lookAgainOn: day(),
  },
  makesSenseWith: ['title', 'reasons'],
  defaults: {},
  examples: [
    { values: { title: 'We start with one ward, not three', reasons: 'One team has time this month.' } },
    {
      state: 'decided',
      values: {
        title: 'We meet on Tuesdays after handover',
        consent: 'safe-enough-to-try',
        objections: 'Night staff cannot come.',
        lookAgainOn: '2027-06-12',
      },
    },
  ],
  describe: (element, say) =>
    say(element.state === 'decided' ? 'kinds.decision.says-decided' : 'kinds.decision.says', { title: titled(element.values.title, say) }),
});
