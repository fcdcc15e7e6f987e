import type { SparkWritten } from './shape.ts';

/** Needs on the wall that nobody has lit yet. Everything here is made up; the towns stand for any town. */
export const needsOnTheWall: SparkWritten[] = [
  {
    id: 'spark-blood-pressure-hunt',
    by: 'person-amina',
    kind: 'need',
    siteId: 'site-birmingham',
    daysAgo: 3.1,
    text: 'Every night we hunt for the one blood pressure machine that works.\n\nI counted. It was 40 minutes of walking in one shift, and I came back to somebody who needed me 35 minutes ago.',
    kindles: [
      { by: 'person-terry', sentence: 'see-too', line: 'I find them behind doors, with flat batteries.', daysAgo: 2.8 },
      { by: 'person-ae-sister', sentence: 'see-too', daysAgo: 2.6 },
      {
        by: 'person-grace',
        sentence: 'have-tried',
        line: 'We hung ours on a hook painted red. It came back for two months. Then the hook fell off.',
        daysAgo: 1.9,
      },
      { by: 'person-joe', sentence: 'affects-me', line: 'Dad thought he had been forgotten.', daysAgo: 1.2 },
    ],
    comments: [
      {
        id: 'reply-blood-pressure-1',
        by: 'person-terry',
        text: 'I noticed that they all end up near the lifts. I could do a round at ten each night and bring them home.',
        daysAgo: 2.7,
      },
      {
        id: 'reply-blood-pressure-2',
        by: 'person-amina',
        text: 'A round at ten would change our night. Would you try it once, this Thursday?',
        daysAgo: 2.2,
      },
    ],
  },
  {
    id: 'spark-call-from-car-park',
    by: 'person-joe',
    kind: 'need',
    siteId: 'site-solihull',
    daysAgo: 6.4,
    text: 'I find out my dad is coming home when he rings me from the car park.\n\nNo bed made, no milk, no tablets, and I am at work. I would do anything for him. I just need to know the day before.',
    kindles: [
      { by: 'person-amina', sentence: 'see-too', line: 'We often know by noon, and nobody is sure whose job it is to ring.', daysAgo: 6.0 },
      { by: 'person-callum', sentence: 'see-too', line: 'We bring people back to cold houses.', daysAgo: 5.1 },
      { by: 'person-winnie', sentence: 'affects-me', line: 'I am the one in the bed in this story.', daysAgo: 4.6 },
    ],
    comments: [
      {
        id: 'reply-car-park-1',
        by: 'person-amina',
        text: 'I wonder if we could ring you at two o’clock, even on the days when the answer is “not today”.',
        daysAgo: 5.9,
      },
    ],
  },
  {
    id: 'spark-short-words',
    by: null,
    kind: 'need',
    siteId: 'site-birmingham',
    daysAgo: 9,
    text: 'I am new, and I do not dare to ask what the short words mean.\n\nEverybody says three letters and nods. I nod as well. I am afraid that one day I will nod at the wrong thing.',
    kindles: [
      { by: 'person-grace', sentence: 'see-too', line: 'I have been here for years and I still nod.', daysAgo: 8.2 },
      { by: 'person-marcia', sentence: 'can-help', amount: 'hour', line: 'I made a list for our desk. Anybody may have it.', daysAgo: 7.7 },
    ],
    comments: [
      {
        id: 'reply-short-words-1',
        by: 'person-amina',
        text: 'Thank you for writing this. On our ward the newest person may now ring a bell each time somebody uses a short word. It rings a lot.',
        daysAgo: 7.1,
      },
    ],
  },
  {
    id: 'spark-last-bus',
    by: 'person-winnie',
    kind: 'need',
    siteId: 'site-hexham',
    daysAgo: 12.3,
    text: 'The last bus leaves before the clinic ends.\n\nSo people without a car take the early slot or none at all. Nobody at the clinic takes the bus, so nobody at the clinic knows.',
    kindles: [
      { by: 'person-councillor', sentence: 'know-someone', line: 'I know the person who draws up the bus times.', daysAgo: 10.8 },
      { by: 'person-callum', sentence: 'see-too', daysAgo: 10.1 },
    ],
    comments: [
      {
        id: 'reply-last-bus-1',
        by: 'person-councillor',
        text: 'It may be easier to move the clinic by half an hour than to move the bus. Has anybody asked them?',
        daysAgo: 10.7,
      },
    ],
  },
  {
    id: 'spark-story-at-the-desk',
    by: 'person-marcia',
    kind: 'need',
    siteId: 'site-bow-east-london',
    daysAgo: 1.4,
    text: 'People tell me their whole story at the desk, with a queue listening behind them.\n\nI would like a place to stand that is two steps to the side. That is all. Two steps.',
    kindles: [
      { by: 'person-rehana', sentence: 'affects-me', line: 'I say “it is nothing” and go home again.', daysAgo: 1.1 },
      {
        by: 'person-iris',
        sentence: 'can-help',
        amount: 'day',
        line: 'I can build you a tall plant pot. Nobody queues through a fig tree.',
        daysAgo: 0.9,
      },
    ],
  },
  {
    id: 'spark-drie-schermen',
    by: 'person-hatice',
    kind: 'need',
    siteId: 'site-almelo',
    language: 'nl',
    daysAgo: 4.8,
    text: 'Elke maandag typ ik hetzelfde in drie schermen. · Every Monday I type the same thing into three screens.\n\nEén keer voor de huisarts, één keer voor de rekening, één keer voor onszelf. Mijn koffie wordt koud.\n\nOnce for the family doctor, once for the bill, once for ourselves. My coffee goes cold.',
    kindles: [
      { by: 'person-femke', sentence: 'see-too', daysAgo: 4.5 },
      { by: 'person-emergency-doctor', sentence: 'see-too', line: 'We have five.', daysAgo: 3.9 },
      {
        by: 'person-amina',
        sentence: 'have-tried',
        line: 'We asked who reads the third screen. Nobody did. We stopped filling it in.',
        daysAgo: 3.3,
      },
    ],
  },
  {
    id: 'spark-how-was-the-week',
    by: 'person-family-doctor',
    kind: 'need',
    siteId: 'site-bow-east-london',
    daysAgo: 5.6,
    text: 'I have ten minutes and a page of numbers. What I never hear is how the week was.\n\nI do not have an idea yet. I only know that the number I need is not on the page.',
  },
];
