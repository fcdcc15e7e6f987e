import type { InitiativeWritten } from './shape.ts';

export const bromleyAsks: InitiativeWritten['asks'] = [
  {
    id: 'ask-bromley-key',
    elementId: 'bromley-blocker-talk',
    by: 'person-rehana',
    to: 'person-housing-manager',
    message: 'Could we have the key to the hall on Tuesdays from two until four? We will sweep up.',
    daysAgo: 44.4,
    answer: { answer: 'will', line: 'Come by on Monday. I will show you how the heating works as well.', byInDays: -40, daysAgo: 43.3 },
  },
  {
    id: 'ask-bromley-meeting',
    elementId: 'bromley-blocker-talk',
    by: 'person-rehana',
    to: 'person-housing-manager',
    message: 'Could the next meeting be in the hall, with the families in the room?',
    daysAgo: 38.4,
    handOver: {
      to: 'person-family-doctor',
      line: 'I would like that, but I do not call that meeting. The family doctor does. I walked over and gave her your words.',
      daysAgo: 35.6,
    },
    answer: { answer: 'will', line: 'Yes, and with tea. Tell me which evening suits the children.', byInDays: -25, daysAgo: 33.2 },
  },
  {
    id: 'ask-bromley-landlord-form',
    elementId: 'bromley-blocker-forms',
    by: 'person-marcia',
    to: 'person-housing-manager',
    level: 'organisation',
    message: 'Your form is number three of the five. Could it be our one page?',
    daysAgo: 19.6,
    answer: {
      answer: 'cannot',
      line: 'My board wants its own form until the spring. But send me your page, and I will fill the form in from it myself, so that you need not.',
      daysAgo: 18.2,
    },
    possible: [
      { id: 'possible-bromley-other-four', by: 'person-marcia', line: 'The other four say yes first, and we show you their letters.', daysAgo: 17.8 },
      { id: 'possible-bromley-questions', by: 'person-housing-manager', line: 'Our three questions stand on your page, in my words.', daysAgo: 16.9 },
    ],
  },
  {
    id: 'ask-bromley-read-it-first',
    elementId: 'bromley-blocker-forms',
    by: 'person-marcia',
    to: 'person-pearl',
    message: 'You know forms from the other side. Would you read our page before anybody else does?',
    daysAgo: 17.3,
    answer: { answer: 'will', line: 'With a red pencil. Bring it to pottery.', byInDays: -12, daysAgo: 16.4 },
  },
  {
    id: 'ask-bromley-waiting-room',
    elementId: 'bromley-blocker-forms',
    by: 'person-dilys',
    to: 'person-family-doctor',
    message: 'Could people fill in the page with somebody beside them, in your waiting room, on Thursdays?',
    daysAgo: 15.8,
    answer: { answer: 'will', line: 'Yes. I will put two chairs by the window.', byInDays: -9, daysAgo: 14.6 },
  },
  {
    id: 'ask-bromley-one-page',
    elementId: 'bromley-blocker-forms',
    by: 'person-marcia',
    to: 'person-commissioner',
    level: 'organisation',
    message:
      'Would you take the same page that we send to the other four? If you say yes, I think they will too. I spend every Thursday on forms, and Thursday is when people come.',
    daysAgo: 12.1,
  },
];
