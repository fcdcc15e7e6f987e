import { northumbriaAsks } from './northumbria-asks.ts';
import { illustrativeLabel, type InitiativeWritten } from './shape.ts';

export const northumbria: InitiativeWritten = {
  id: 'initiative-northumbria',
  label: illustrativeLabel,
  title: 'Northumbria: the sickest see an expert at once',
  purpose: 'Across our wide county the sickest people see a senior doctor at once, at any hour, and everybody else is looked after closer to home.',
  purposeMore: [
    'There were three A&Es, a very wide county, and too few experts to stand in all three at once.',
    'What did we think was impossible? To build a hospital for emergencies alone. To ask people to drive past a door that they knew, and to be trusted.',
    'It will have worked if a Sunday is as safe as a Tuesday. It will have worked if somebody at the far end of the county says: it is further, and it was worth it.',
    'We are back in thinking time. Two groups counted what happened in the first year, and they do not agree. We would sooner stand still for a while than walk on with half a map.',
    'One chair is still empty: nobody here has only watched. If you sat beside somebody that night, you saw things that we did not. Please come in.',
  ],
  forWhom: 'Everybody who may fall ill suddenly between the coast and the hills, and everybody who loves them.',
  siteIds: ['site-cramlington', 'site-hexham'],
  beganWith: ['spark-three-on-sunday', 'spark-small-roads'],
  litBy: 'person-emergency-doctor',
  litDaysAgo: 143.4,
  state: 'thinking-time',
  turns: [
    {
      by: 'person-emergency-doctor',
      state: 'active',
      because: 'We have asked in village halls and in tea rooms, and the plan has changed because of what we heard.',
      daysAgo: 117.6,
    },
    {
      by: 'person-winnie',
      state: 'thinking-time',
      because: 'Two groups counted, and they came to two answers. We want to understand both before we change anything more.',
      daysAgo: 8.4,
    },
  ],
  team: [
    { person: 'person-emergency-doctor', seat: 'co-owner', perspectives: ['leading', 'delivering'], daysAgo: 143.4 },
    { person: 'person-winnie', seat: 'co-owner', perspectives: ['leading', 'receiving'], daysAgo: 142.6 },
    { person: 'person-callum', seat: 'member', perspectives: ['delivering'], daysAgo: 141.7 },
    { person: 'person-terry', seat: 'member', perspectives: ['delivering', 'supporting'], daysAgo: 140.2 },
  ],
  invitations: [
    {
      id: 'invite-northumbria-joe',
      by: 'person-winnie',
      to: 'person-joe',
      perspective: 'witnessing',
      line: 'You know what it is like to sit beside the bed. We have a chair for exactly that.',
      daysAgo: 5.5,
      answer: { answer: 'ask-after', line: 'After Dad’s birthday. Then yes, I think.', askAfterInDays: 19, daysAgo: 4.7 },
    },
    {
      id: 'invite-northumbria-callum-question',
      by: 'person-winnie',
      to: 'person-callum',
      elementId: 'northumbria-question-emergency',
      line: 'You drive people at that hour. Would you ask five of them what the word means to them?',
      daysAgo: 3.9,
      answer: { answer: 'yes', line: 'I will ask on my late shifts.', daysAgo: 3.2 },
    },
  ],
  elements: [
    {
      id: 'northumbria-blocker-closing',
      by: 'person-winnie',
      daysAgo: 130.5,
      kind: 'blocker',
      state: 'stuck',
      values: {
        title: '“You are closing our A&E.”',
        blockerKind: 'culture',
        whatWouldFreeUs: 'An evening in each town, with the real numbers on the table and the hard questions first.',
        whoCould: 'A councillor whom people trust to hold the evening fairly.',
        firstRung: 'Sit in the market café on Saturday with a map and a pencil, and write down each journey that worries somebody.',
      },
    },
    {
      id: 'northumbria-blocker-bay',
      by: 'person-callum',
      daysAgo: 62.8,
      kind: 'blocker',
      state: 'stuck',
      values: {
        title: 'The space for ambulances is too small in winter.',
        blockerKind: 'space',
        whatWouldFreeUs: 'Room for crews to hand people over without waiting outside in the cold.',
        whoCould: 'Whoever decides about the building.',
        firstRung: 'Chalk the new space on the ground, and try one busy evening inside the lines.',
        workedRound: true,
      },
    },
    {
      id: 'northumbria-force-hexham',
      by: 'person-winnie',
      daysAgo: 121.2,
      kind: 'force',
      state: 'noticed',
      values: {
        title: 'Hexham feels that it has lost something.',
        forceKind: 'places-and-contact',
        heard: 'directly',
        howItBends:
          'People do not only miss a service. They miss the lit window that they could see from the bridge. You cannot answer that with a table of figures. You can come and be sad with us for an evening, and then we will look at your figures.',
        nextStep: 'Ask ten people what the old A&E meant to them, and only listen.',
      },
    },
    {
      id: 'northumbria-question-emergency',
      by: 'person-terry',
      daysAgo: 90.7,
      kind: 'question',
      state: 'open',
      values: {
        title: 'I wonder what the word “emergency” means after six in the evening.',
        why: 'People have come to us with a splinter and with a sore throat. Nobody is being silly. Everything else was shut, and our light was on.',
      },
    },
    {
      id: 'northumbria-tension-near',
      by: 'person-emergency-doctor',
      daysAgo: 126.9,
      kind: 'tension',
      state: 'pulling',
      values: {
        title: 'An expert now, and close to home.',
        oneSide: 'An expert now. Those who do this every day do it better.',
        otherSide: 'Close to home. Long roads, no bus, and nobody to hold your hand.',
        howWeHoldIt:
          'The sickest go to the expert. Planned care, check-ups and small things stay near. Every time we draw that line, somebody who lives far away is holding the pencil too.',
      },
    },
    {
      id: 'northumbria-tension-pace',
      by: 'person-winnie',
      daysAgo: 116.3,
      kind: 'tension',
      state: 'held',
      values: {
        title: 'Get going, and hear everybody.',
        oneSide: 'Get going. Each Sunday that we wait is somebody’s Sunday.',
        otherSide: 'Hear everybody. A plan that was made without us will be carried out without us.',
        howWeHoldIt: 'We say what is already decided, what is still open, and by which day. Then nobody has to guess when to speak.',
      },
    },
    {
      id: 'northumbria-test-front-door',
      by: 'person-emergency-doctor',
      daysAgo: 40.1,
      kind: 'test-of-change',
      state: 'planned',
      values: {
        title: 'A senior doctor at the front door, for two weeks.',
        prediction: 'We think that people will know within minutes which way they are going, and that some will go straight home with an answer.',
        stopIf: 'Stop if anybody very ill waits while the senior doctor is busy with somebody who is not.',
        plan: 'One senior doctor and one nurse greet each person who comes in. They decide together. They say it in plain words, and they say what happens next.',
        scale: 'longer',
      },
      days: { starts: 12, ends: 26 },
    },
    {
      id: 'northumbria-measure-handover',
      by: 'person-callum',
      daysAgo: 60.4,
      kind: 'measure',
      state: 'counting',
      values: {
        title: 'People who wait over 30 minutes to be handed over from an ambulance.',
        measureKind: 'balancing',
        howWeCount:
          'From the minute when the wheels stop to the minute when somebody inside says: I have you now. When one front door opens for everybody, this is the first thing that may get worse.',
        unit: '% of ambulances',
        betterWhen: 'down',
      },
    },
    {
      id: 'northumbria-story-past-the-door',
      by: 'person-callum',
      daysAgo: 71.3,
      kind: 'story',
      state: 'told',
      values: {
        title: 'We drove past the door he knew.',
        whoTells: 'told-by',
        whatHappened:
          'Illustrative: told in the voice of an invented paramedic.\n\nHe saw the sign for his own hospital go by, and he took hold of my sleeve. I said: there is somebody waiting for you who does only this. He asked how much further. I said: six songs. So we put the radio on and counted them. On the fifth song we turned in, and the doctor was standing outside.',
        howItFelt: 'Driving past is the hardest thing I do. It is easier when somebody is standing outside.',
        keepOrChange: 'Keep somebody standing outside. And tell the family why, before we pull away, and not after.',
      },
    },
    {
      id: 'northumbria-lesson-two-answers',
      by: 'person-winnie',
      daysAgo: 7.9,
      kind: 'lesson',
      state: 'true-now',
      values: {
        title: 'Two counts, two answers. Show both, and say who counted.',
        whatHelped: 'We put the two reports side by side on one table and read them aloud in turns.',
        whatChanged: 'We found that visits for a few hours were counted as stays. Then each side could see why the other was not lying.',
        advice:
          'A new front door brings more people to it, so expect that. Good things take longer than a year to show. Ask somebody from outside to count, and then ask them to count again.',
      },
    },
    {
      id: 'northumbria-fact-own-count',
      by: 'person-emergency-doctor',
      daysAgo: 30.6,
      kind: 'evidence',
      state: 'offered',
      values: {
        title: 'The trust’s own count of the first year: 15% more emergency care, and 14% fewer people admitted.',
        plainSummary:
          'More than 150,000 people came. Almost 7,500 fewer had to stay in hospital, and the trust says this saved £6 million. It also says that about 7 in 100 ambulances waited more than 30 minutes. Read it beside the outside count.',
        evidenceKind: 'our-own-numbers',
        source: 'News Post Leader, 15 June 2016, about the trust’s own “One year on” update',
        url: 'https://www.newspostleader.co.uk/news/celebrating-year-emergency-care-422299',
      },
    },
    {
      id: 'northumbria-fact-outside-count',
      by: 'person-winnie',
      daysAgo: 29.9,
      kind: 'evidence',
      state: 'offered',
      values: {
        title: 'An outside count of the first year: 13.6% more visits to A&E than expected, and no sign of fewer people admitted.',
        plainSummary:
          'People spent 14 minutes less in A&E than expected, and just under 92 in 100 were done within four hours. Short visits were counted as stays, which is one reason why the two counts differ. The old A&Es had not yet become walk-in centres, as was planned. The report asks for a second look later on.',
        evidenceKind: 'research',
        source:
          'The Health Foundation and NHS England, Improvement Analytics Unit, report on urgent and emergency care in Northumberland (August 2015 to July 2016), 2017',
        url: 'https://www.health.org.uk/news/new-analysis-shows-impact-redesigning-urgent-and-emergency-care-northumberland',
      },
    },
  ],
  endorsements: [
    {
      by: 'person-callum',
      office: 'other',
      reason:
        'They walked us round while the walls were still tape on a floor. I said that the doors were too narrow for two crews at once, and they moved the tape. So I stand behind it.',
      daysAgo: 103.7,
    },
  ],
  pledges: [
    {
      id: 'pledge-northumbria-crews',
      by: 'person-ambulance-manager',
      kind: 'time',
      what: 'Two paramedics at every design meeting, in working hours, and paid.',
      untilInDays: -31,
      daysAgo: 112.9,
      end: {
        state: 'changed',
        why: 'Winter came, and I could only spare one at a time. The second joined by phone from the van. I should have told you before the meeting, and not at it.',
        daysAgo: 30.2,
        confirmedBy: 'person-terry',
      },
    },
  ],
  asks: northumbriaAsks,
};
