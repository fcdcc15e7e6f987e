import type { SparkWritten } from './shape.ts';

/** The sparks that the four initiatives began with. */
export const sparksThatBegan: SparkWritten[] = [
  // Bromley by Bow
  {
    id: 'spark-empty-hall',
    by: 'person-rehana',
    kind: 'idea',
    siteId: 'site-bow-east-london',
    daysAgo: 58.3,
    text: 'The church hall stands empty most of the week. Who could use it?\n\nI walk past it every morning with the pushchair. We have people here who cook, people who sew, and people who have nobody to eat with. Perhaps all we need is a key.',
    kindles: [
      { by: 'person-marcia', sentence: 'see-too', line: 'I see it from the bus stop, every day.', daysAgo: 57.9 },
      { by: 'person-iris', sentence: 'can-help', amount: 'weekly', line: 'I can bring clay, aprons and a kettle.', daysAgo: 57.2 },
      { by: 'person-housing-manager', sentence: 'know-someone', line: 'I know who holds the key.', daysAgo: 56.4 },
      { by: 'person-olu', sentence: 'can-help', amount: 'hour', line: 'I have more beans than I can eat.', daysAgo: 55.8 },
      { by: 'person-dilys', sentence: 'affects-me', line: 'My husband and I would come.', daysAgo: 54.9 },
      { by: 'person-yusuf', sentence: 'affects-me', line: 'If it is open when I wake up.', daysAgo: 53.2 },
      {
        by: 'person-family-doctor',
        sentence: 'have-tried',
        line: 'We once held a talk about healthy eating. Cooking together would have been better.',
        daysAgo: 55.1,
      },
    ],
    comments: [
      {
        id: 'reply-empty-hall-1',
        by: 'person-housing-manager',
        text: 'Before anybody writes a plan: would you like to borrow the hall next Tuesday?',
        daysAgo: 56.3,
      },
      { id: 'reply-empty-hall-2', by: 'person-rehana', text: 'Yes. I will bring the tea.', daysAgo: 56.1 },
    ],
  },
  {
    id: 'spark-fifty-languages',
    by: 'person-marcia',
    kind: 'need',
    siteId: 'site-bow-east-london',
    daysAgo: 54.6,
    text: 'Fifty languages within ten minutes’ walk, and nobody I meet finds the surgery welcoming.\n\nBy the time people reach my desk they have rung twice, waited twice and read four posters that tell them off. Many of them say sorry to me before they say hello.',
    kindles: [
      { by: 'person-rehana', sentence: 'affects-me', line: 'My mother will not go without me.', daysAgo: 54.1 },
      { by: 'person-family-doctor', sentence: 'see-too', line: 'From my side of the desk too.', daysAgo: 53.7 },
      { by: 'person-pearl', sentence: 'affects-me', line: 'I bring my own cushion.', daysAgo: 52.8 },
      { by: 'person-bartek', sentence: 'see-too', line: 'People tell me on the bus, and not at the desk.', daysAgo: 51.6 },
    ],
    comments: [
      {
        id: 'reply-fifty-languages-1',
        by: 'person-rehana',
        text: 'I wonder what would happen if the first thing we saw was not a sheet of glass.',
        daysAgo: 53.9,
      },
    ],
  },
  // RAID
  {
    id: 'spark-third-night',
    by: 'person-grace',
    kind: 'idea',
    siteId: 'site-birmingham',
    daysAgo: 131.2,
    text: 'The third night this week an older man waits until morning for us. Could we live in A&E?\n\nBy the time the call has travelled to us, and we have travelled to him, he is more frightened than when he came. What would happen if we were already there?',
    kindles: [
      { by: 'person-ae-sister', sentence: 'see-too', line: 'I sit with them. I do not know what else to do.', daysAgo: 130.8 },
      { by: 'person-amina', sentence: 'can-help', amount: 'hour', line: 'I can show you what the nights look like on the ward.', daysAgo: 130.2 },
      { by: 'person-joe', sentence: 'affects-me', line: 'That older man could have been my dad.', daysAgo: 129.5 },
    ],
    comments: [
      {
        id: 'reply-third-night-1',
        by: 'person-ae-sister',
        text: 'Come and sit with us for one night. You will see what we see, and there will be toast.',
        daysAgo: 130.6,
      },
    ],
  },
  {
    id: 'spark-nobody-asked',
    by: 'person-amina',
    kind: 'need',
    siteId: 'site-birmingham',
    daysAgo: 128.4,
    text: 'So many people in these beds are sad, frightened or confused, and nobody has asked.\n\nI can give the tablets and mend the drip. Then I sit on the bed for one minute and find out that she thinks she has missed her train. Nobody ever taught me what to do next.',
    kindles: [
      {
        by: 'person-grace',
        sentence: 'can-help',
        amount: 'weekly',
        line: 'I would love to teach this, at your bedside and not in a hall.',
        daysAgo: 127.8,
      },
      { by: 'person-joe', sentence: 'see-too', line: 'Visiting time shows you a lot.', daysAgo: 127.1 },
    ],
    comments: [
      {
        id: 'reply-nobody-asked-1',
        by: 'person-grace',
        text: 'I noticed we both wrote about the same corridor, from its two ends. Shall we walk it together?',
        daysAgo: 127.7,
      },
    ],
  },
  // Northumbria
  {
    id: 'spark-three-on-sunday',
    by: 'person-emergency-doctor',
    kind: 'idea',
    siteId: 'site-cramlington',
    daysAgo: 152.5,
    text: 'Three half-staffed A&Es on a Sunday. What if the experts were all in one place?\n\nWe stretch a few people over many miles. The one you need may be in another building. I do not like to tell a family that the right person comes on Monday.',
    kindles: [
      { by: 'person-callum', sentence: 'see-too', line: 'We guess which door is the right one, and then we drive.', daysAgo: 152.1 },
      {
        by: 'person-terry',
        sentence: 'can-help',
        amount: 'day',
        line: 'I can walk anybody through where the beds really get stuck.',
        daysAgo: 151.4,
      },
      { by: 'person-winnie', sentence: 'affects-me', line: 'I live a long way from any of the three.', daysAgo: 150.9 },
    ],
    comments: [
      {
        id: 'reply-three-on-sunday-1',
        by: 'person-winnie',
        text: 'I like the idea and I am worried by it, both at once. May I come?',
        daysAgo: 150.8,
      },
    ],
  },
  {
    id: 'spark-small-roads',
    by: 'person-winnie',
    kind: 'need',
    siteId: 'site-hexham',
    daysAgo: 149.3,
    text: 'Some of us live a long way up small roads, and we are not getting younger.\n\nWhen it is serious, I want somebody who knows what to do, at any hour. When it is not, I want to be near home. Please do not make me choose only one.',
    kindles: [
      { by: 'person-callum', sentence: 'see-too', daysAgo: 149.0 },
      { by: 'person-councillor', sentence: 'see-too', line: 'I hear this every Saturday.', daysAgo: 148.2 },
    ],
    comments: [
      { id: 'reply-small-roads-1', by: 'person-emergency-doctor', text: 'Thank you. Your last sentence belongs in our purpose.', daysAgo: 148.7 },
    ],
  },
  // Buurtzorg
  {
    id: 'spark-zeven-gezichten',
    by: 'person-hatice',
    kind: 'idea',
    siteId: 'site-almelo',
    language: 'nl',
    daysAgo: 89.4,
    text: 'Mevrouw ziet elke week zeven gezichten. Kan dat niet met twee? · She sees seven faces a week. Could it be two?\n\nElke keer vertelt ze opnieuw waar de handdoeken liggen. Ze zegt dat het niet erg is. Het is wel erg.\n\nEach time she explains again where the towels are. She says she does not mind. She does.',
    kindles: [
      { by: 'person-femke', sentence: 'see-too', line: 'Ik ben er een van de zeven. · I am one of the seven.', daysAgo: 89.1 },
      { by: 'person-wim', sentence: 'affects-me', line: 'Ik heb een lijstje bij de deur hangen. · I keep a list by my door.', daysAgo: 88.6 },
      {
        by: 'person-huisarts',
        sentence: 'have-tried',
        line: 'Ik bel, en krijg elke keer iemand anders. · I ring, and each time I get somebody else.',
        daysAgo: 87.9,
      },
    ],
    comments: [
      {
        id: 'reply-zeven-gezichten-1',
        by: 'person-wim',
        text: 'Kom bij mij aan de keukentafel zitten, dan tellen we ze samen.\n\nCome and sit at my kitchen table, and we will count them together.',
        daysAgo: 88.5,
      },
    ],
  },
  {
    id: 'spark-hoe-gaat-het',
    by: 'person-femke',
    kind: 'need',
    siteId: 'site-almelo',
    language: 'nl',
    daysAgo: 86.2,
    text: 'Op mijn lijst staan taken en minuten, maar nergens: hoe gaat het? · My list has tasks and minutes, and no line for: how are you?\n\nIk ben verpleegkundige geworden om te kijken, te luisteren en te helpen. Nu kijk ik vooral op de klok.\n\nI became a nurse to look, to listen and to help. Now I mostly look at the clock.',
    kindles: [
      { by: 'person-hatice', sentence: 'see-too', line: 'Ik ook, elke ochtend. · So do I, every morning.', daysAgo: 86.0 },
      { by: 'person-grace', sentence: 'see-too', line: 'The same clock hangs in Birmingham.', daysAgo: 84.7 },
    ],
    comments: [
      {
        id: 'reply-hoe-gaat-het-1',
        by: 'person-hatice',
        text: 'Eerst koffie, dan zorg. Zo zou ik het willen.\n\nFirst coffee, then care. That is how I would like it.',
        daysAgo: 85.8,
      },
    ],
  },
];
