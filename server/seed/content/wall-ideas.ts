import type { SparkWritten } from './shape.ts';

/** Ideas on the wall that nobody has lit yet. Everything here is made up; the towns stand for any town. */
export const ideasOnTheWall: SparkWritten[] = [
  {
    id: 'spark-name-before-bed',
    by: 'person-terry',
    kind: 'idea',
    siteId: 'site-cramlington',
    daysAgo: 2.3,
    text: 'Tell me what people like to be called before I move the bed.\n\nThe slip says “bay 4, bed 2, X-ray”. I would rather say “Morning, shall we go?” to a person. Could the slip have one more word on it?',
    kindles: [
      { by: 'person-amina', sentence: 'can-help', amount: 'hour', line: 'We write the slips. I can start tomorrow.', daysAgo: 2.0 },
      { by: 'person-winnie', sentence: 'affects-me', line: 'I have been “bed 2”. I did not care for it.', daysAgo: 1.7 },
      { by: 'person-emergency-doctor', sentence: 'see-too', daysAgo: 1.5 },
    ],
    comments: [
      {
        id: 'reply-name-before-bed-1',
        by: 'person-winnie',
        text: 'Please ask, and do not guess. I am Miss to some and Winnie to others.',
        daysAgo: 1.6,
      },
    ],
  },
  {
    id: 'spark-letter-out-loud',
    by: 'person-rehana',
    kind: 'idea',
    siteId: 'site-bow-east-london',
    daysAgo: 7.7,
    text: 'Could the letter also be a voice message?\n\nMy mother understands every word when somebody says it, and none when it is printed. She has a phone. She plays messages from her sister all day.',
    kindles: [
      { by: 'person-marcia', sentence: 'have-tried', line: 'I rang ten people and read their letter to them. Nine came.', daysAgo: 7.2 },
      { by: 'person-hatice', sentence: 'see-too', line: 'In Almelo ook. · In Almelo too.', daysAgo: 6.6 },
      {
        by: 'person-joe',
        sentence: 'know-someone',
        line: 'My neighbour reads the news for people who cannot see. He has a lovely voice.',
        daysAgo: 5.9,
      },
    ],
    comments: [
      {
        id: 'reply-letter-out-loud-1',
        by: 'person-marcia',
        text: 'I noticed that people ring back less often when they have heard it spoken. I have not counted it properly. Shall we?',
        daysAgo: 7.0,
      },
    ],
  },
  {
    id: 'spark-socks-and-charger',
    by: 'person-callum',
    kind: 'idea',
    siteId: 'site-cramlington',
    daysAgo: 10.5,
    text: 'A drawer with warm socks and a phone charger, just inside the ambulance door.\n\nPeople leave home in slippers, with a dying phone and a frightened daughter on the other end of it. It would cost less than one bandage round.',
    kindles: [
      { by: 'person-terry', sentence: 'can-help', amount: 'hour', line: 'I have a drawer.', daysAgo: 10.3 },
      { by: 'person-iris', sentence: 'know-someone', line: 'Our knitters have run out of people with cold feet.', daysAgo: 8.8 },
      { by: 'person-winnie', sentence: 'can-help', amount: 'weekly', daysAgo: 8.1 },
    ],
    comments: [
      { id: 'reply-socks-1', by: 'person-ae-sister', text: 'Please put a note in the drawer that says you need not give them back.', daysAgo: 9.4 },
    ],
  },
  {
    id: 'spark-bench-halfway',
    by: 'person-wim',
    kind: 'idea',
    siteId: 'site-almelo',
    language: 'nl',
    daysAgo: 14.2,
    text: 'Een bankje halverwege de winkel. · A bench halfway to the shop.\n\nIk kan vierhonderd meter lopen. De winkel is achthonderd meter. Met een bankje ben ik weer buiten.\n\nI can walk 400 metres. The shop is 800 metres away. With a bench, I am out in the world again.',
    kindles: [
      {
        by: 'person-huisarts',
        sentence: 'see-too',
        line: 'Dat bankje is beter dan een recept. · That bench is better than a prescription.',
        daysAgo: 13.5,
      },
      {
        by: 'person-femke',
        sentence: 'can-help',
        amount: 'hour',
        line: 'Ik schrijf met u mee aan de gemeente. · I will write to the council with you.',
        daysAgo: 13.1,
      },
      {
        by: 'person-housing-manager',
        sentence: 'have-tried',
        line: 'We put one outside a block of flats in Bow. It took two years to allow, and an hour to build.',
        daysAgo: 12.0,
      },
    ],
    comments: [
      {
        id: 'reply-bench-1',
        by: 'person-hatice',
        text: 'Vraag eerst wie er langs loopt. Misschien staat er al een muurtje.\n\nFirst ask who walks past. Perhaps there is already a low wall.',
        daysAgo: 13.0,
      },
    ],
  },
  {
    id: 'spark-ten-quiet-minutes',
    by: 'person-grace',
    kind: 'idea',
    siteId: 'site-birmingham',
    daysAgo: 0.3,
    text: 'Ten quiet minutes together after a hard shift, before the bus.\n\nNobody has to talk. Somebody puts the kettle on. Then we go home lighter.',
  },
  {
    id: 'spark-sunday-sandwiches',
    by: 'person-ae-sister',
    kind: 'idea',
    siteId: 'site-birmingham',
    daysAgo: 16.2,
    text: 'On Sunday night good sandwiches go in the bin, while families sit in our waiting room with nothing to eat.\n\nWhat would happen if there was a fridge with a sign that says “please”?',
    kindles: [{ by: 'person-joe', sentence: 'affects-me', line: 'Eleven hours on two mints.', daysAgo: 15.5 }],
  },
  {
    id: 'spark-two-o-clock-call',
    by: 'person-winnie',
    kind: 'idea',
    siteId: 'site-hexham',
    daysAgo: 5.2,
    text: 'Ring families the day before somebody comes home.\n\nI read what Joe wrote from Solihull. It is the same here. One call, at the same time each day, would let us warm the house.',
    kindles: [
      { by: 'person-joe', sentence: 'see-too', line: 'Yes. That.', daysAgo: 4.9 },
      { by: 'person-terry', sentence: 'know-someone', line: 'I know who is in the discharge office, and she is kind.', daysAgo: 4.4 },
    ],
  },
  {
    id: 'spark-first-day-tea',
    by: 'person-housing-manager',
    kind: 'idea',
    siteId: 'site-bow-east-london',
    daysAgo: 21.6,
    text: 'Knock on every new neighbour’s door in the first week, with tea and a list of names.\n\nWe hand over the keys, and then we are quiet until the first letter about rent. I think we have that the wrong way round.',
    kindles: [
      { by: 'person-rehana', sentence: 'can-help', amount: 'weekly', line: 'I will knock on our stairs.', daysAgo: 20.4 },
      {
        by: 'person-wim',
        sentence: 'have-tried',
        line: 'Bij ons bracht de buurvrouw soep. Dertig jaar geleden, en ik weet het nog. · Our neighbour brought soup. It was thirty years ago, and I still remember it.',
        daysAgo: 18.9,
      },
    ],
    comments: [
      { id: 'reply-first-day-tea-1', by: 'person-rehana', text: 'Please let the list have languages on it as well as names.', daysAgo: 20.3 },
    ],
  },
];
