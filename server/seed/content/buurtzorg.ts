import { buurtzorgProposals } from './buurtzorg-proposals.ts';
import { illustrativeLabel, type InitiativeWritten } from './shape.ts';

/** Dutch first, with English beside it: on one line after " · ", in longer texts as the next paragraph. */
export const buurtzorg: InitiativeWritten = {
  id: 'initiative-buurtzorg',
  label: illustrativeLabel,
  language: 'nl',
  title: 'Buurtzorg: eerst koffie, dan zorg · First coffee, then care',
  purpose:
    'Wie thuis zorg krijgt, ziet een klein vast team dat samen beslist, en heeft steeds minder zorg nodig. · People cared for at home see one small, steady team that decides together, and they need less and less care.',
  purposeMore: [
    'Het begon aan een keukentafel in Almelo, met een paar wijkverpleegkundigen die hun vak terug wilden.',
    'It began at a kitchen table in Almelo, with a few district nurses who wanted their craft back.',
    'Wat leek onmogelijk? Dat een team zelf zijn rooster maakt, zelf nieuwe mensen kiest en zelf zegt: dit kan beter. Zonder manager. Met een coach die je kunt bellen.',
    'What did we think was impossible? That a team would make its own rota, choose its own new people and say for itself: this can be better. With no manager. With a coach you can ring.',
    'Het is gelukt als iemand zegt: ik weet wie er vandaag komt. En een jaar later: ik heb jullie niet meer nodig, maar kom gerust koffie drinken.',
    'It will have worked if somebody says: I know who is coming today. And, a year later: I do not need you any more, but do come for coffee.',
  ],
  forWhom: 'Mensen die thuis zorg krijgen, en wie bij hen aanbelt. · People who are cared for at home, and those who ring their bell.',
  siteIds: ['site-almelo'],
  beganWith: ['spark-zeven-gezichten', 'spark-hoe-gaat-het'],
  litBy: 'person-femke',
  litDaysAgo: 79.5,
  state: 'active',
  turns: [
    {
      by: 'person-wim',
      state: 'active',
      because: 'De koffie is op en we weten genoeg om klein te beginnen. · The coffee is finished, and we know enough to start small.',
      daysAgo: 63.7,
    },
  ],
  team: [
    { person: 'person-femke', seat: 'co-owner', perspectives: ['leading', 'delivering'], daysAgo: 79.5 },
    { person: 'person-wim', seat: 'co-owner', perspectives: ['receiving', 'witnessing'], daysAgo: 78.9 },
    { person: 'person-hatice', seat: 'co-owner', perspectives: ['leading', 'delivering'], daysAgo: 78.4 },
    { person: 'person-huisarts', seat: 'member', perspectives: ['supporting'], daysAgo: 75.1 },
  ],
  invitations: [
    {
      id: 'invite-buurtzorg-grace',
      by: 'person-hatice',
      to: 'person-grace',
      line: 'You see the same clock in Birmingham. Would you read along with us, and tell us what you notice?',
      daysAgo: 10.3,
    },
  ],
  elements: [
    {
      id: 'buurtzorg-blocker-tariff',
      by: 'person-femke',
      daysAgo: 70.2,
      kind: 'blocker',
      state: 'system-ask',
      values: {
        title: 'Elke handeling heeft een eigen prijs. · Every single task has its own price.',
        blockerKind: 'funding',
        whatWouldFreeUs:
          'Eén prijs voor een uur zorg, wat er in dat uur ook nodig is. Eerst voor één team.\n\nOne price for an hour of care, whatever that hour needs. For one team, to begin with.',
        whoCould: 'De zorgverzekeraar. · The health insurer.',
        firstRung:
          'Zes weken lang schrijven we naast elke handeling wat er echt nodig was.\n\nFor six weeks we write beside each task what was really needed.',
      },
    },
    {
      id: 'buurtzorg-blocker-manager-name',
      by: 'person-hatice',
      daysAgo: 58.3,
      kind: 'blocker',
      state: 'freed',
      values: {
        title: 'Op het formulier moet de naam van een manager. · The form wants the name of a manager.',
        blockerKind: 'regulation',
        whatWouldFreeUs: 'Een regel op het formulier waar een team mag staan.\n\nA line on the form where a team may stand.',
        whoCould: 'Wie het formulier leest. · Whoever reads the form.',
        firstRung: 'Bel degene die het leest, en vraag waar die naam voor is.\n\nRing the person who reads it, and ask what the name is for.',
        how: 'We hebben gebeld. De naam was voor als er iets misgaat. Toen hebben we al onze namen opgeschreven, met één nummer dat altijd wordt opgenomen.\n\nWe rang. The name was for when something goes wrong. So we wrote down all our names, with one number that is always answered.',
      },
    },
    {
      id: 'buurtzorg-force-coordinator',
      by: 'person-femke',
      daysAgo: 66.9,
      kind: 'force',
      state: 'working-on-it',
      values: {
        title: 'Noem je haar coördinator, dan wordt ze de baas. · Call her coordinator, and she becomes the boss.',
        forceKind: 'titles-and-roles',
        heard: 'directly',
        howItBends:
          'Eén woord op een naamplaatje, en de rest van de tafel wacht tot zij iets zegt.\n\nOne word on a badge, and the rest of the table waits for her to speak.',
        nextStep: 'De taken rouleren. De titel bestaat niet. · The tasks go round. The title does not exist.',
      },
    },
    {
      id: 'buurtzorg-decision-twelve',
      by: 'person-hatice',
      daysAgo: 47.6,
      kind: 'decision',
      state: 'decided',
      values: {
        title: 'Met twaalf is het team vol. Dan worden we er twee. · At twelve the team is full. Then we become two.',
        reasons:
          'Met twaalf kan iedereen iedereen nog horen. Met dertien gaat er iemand zwijgen.\n\nAt twelve, everybody can still hear everybody. At thirteen, somebody goes quiet.',
      },
      days: { lookAgainOn: 45 },
    },
    {
      id: 'buurtzorg-tension-freedom',
      by: 'person-huisarts',
      daysAgo: 52.4,
      kind: 'tension',
      state: 'held',
      values: {
        title: 'Vrijheid en verantwoording. · Freedom, and answering for it.',
        oneSide: 'Vrijheid: wie er is, beslist. · Freedom: those who are there decide.',
        otherSide: 'Verantwoording: het is geld van ons allemaal. · Answering for it: the money belongs to all of us.',
        howWeHoldIt:
          'We kijken zelf naar onze cijfers, voordat iemand erom vraagt. En we vertellen wat er achter zit.\n\nWe look at our own figures before anybody asks for them. And we tell what lies behind them.',
      },
    },
    {
      id: 'buurtzorg-test-one-street',
      by: 'person-femke',
      daysAgo: 36.1,
      kind: 'test-of-change',
      state: 'running',
      values: {
        title: 'Eén straat, één team, zes weken. · One street, one team, six weeks.',
        prediction:
          'We denken dat mensen na zes weken drie gezichten zien en geen zeven. We denken ook dat iemand zegt: dit kan ik weer zelf.\n\nWe think that after six weeks people will see three faces and not seven. We also think that somebody will say: I can do this by myself again.',
        stopIf: 'Stop als er ook maar één keer niemand komt. Bel ons dan allebei.\n\nStop if even once nobody comes. Then ring both of us.',
        plan: 'Wie aanbelt, doet alles wat nodig is: de kousen, de pillen en het praatje. Het rooster hangt bij Wim in de keuken.\n\nWhoever rings the bell does all that is needed: the stockings, the tablets and the chat. The rota hangs in Wim’s kitchen.',
        scale: 'longer',
      },
      days: { starts: -30, ends: 12 },
    },
    {
      id: 'buurtzorg-measure-faces',
      by: 'person-wim',
      daysAgo: 34.8,
      kind: 'measure',
      state: 'counting',
      values: {
        title: 'Hoeveel verschillende gezichten ziet iemand in een week? · How many different faces does somebody see in a week?',
        measureKind: 'outcome',
        howWeCount:
          'Een streepje op het lijstje bij de deur, voor elk nieuw gezicht. Wat kan er slechter worden? Dat één van ons te veel draagt. Daarom vragen we elke vrijdag: durf je hier nee te zeggen?\n\nA mark on the list by the door for each new face. What might get worse? One of us may carry too much. So each Friday we ask: do you dare to say no here?',
        unit: 'gezichten per week · faces a week',
        betterWhen: 'down',
        source: 'Het lijstje bij de deur. · The list by the door.',
      },
    },
    {
      id: 'buurtzorg-story-coffee',
      by: 'person-hatice',
      daysAgo: 22.7,
      kind: 'story',
      state: 'told',
      values: {
        title: 'De koffie was de zorg. · The coffee was the care.',
        whoTells: 'told-by',
        whatHappened:
          'Illustratief: verteld met de stem van een verzonnen wijkverpleegkundige.\n\nIk kwam voor de kousen. Ik ging zitten. Halverwege het tweede kopje vertelde ze dat haar zus vlakbij woont, en dat ze elkaar al een jaar niet hadden gezien, omdat ze de bus niet meer durfde. We hebben samen de bus genomen. Nu doet haar zus de kousen.\n\nIllustrative: told in the voice of an invented district nurse.\n\nI came for the stockings. I sat down. Halfway through the second cup she told me that her sister lives nearby, and that they had not met for a year, because she no longer dared to take the bus. We took the bus together. Now her sister does the stockings.',
        howItFelt: 'Ik reed weg en dacht: dit is waarom.\n\nI drove off and thought: this is why.',
        keepOrChange: 'Houd twee kopjes vrij. Het eerste is voor het weer.\n\nKeep room for two cups. The first one is for the weather.',
      },
    },
    {
      id: 'buurtzorg-lesson-london',
      by: 'person-huisarts',
      daysAgo: 14.9,
      kind: 'lesson',
      state: 'true-now',
      values: {
        title: 'Londen: wat mee kon reizen, en wat niet. · London: what could travel, and what could not.',
        whatHelped:
          'Patiënten waren blij: meer tijd, vaste gezichten, makkelijker te bereiken.\n\nPatients were glad: more time, steady faces, easier to reach.',
        whatChanged:
          'De regels en gewoonten van een groot huis reisden niet mee. Een team dat zichzelf stuurt, past daar niet vanzelf in.\n\nThe rules and habits of a big house did not travel. A team that steers itself does not fit into it just like that.',
        advice:
          'Neem de gedachte mee, niet het sjabloon: kleine teams, vaste gezichten, mensen die weer zelf kunnen. En vraag eerst wie er koffie zet.\n\nTake the thought with you, and not the template: small teams, steady faces, people who can do things for themselves again. And ask first who makes the coffee.',
      },
    },
    {
      id: 'buurtzorg-fact-growth',
      by: 'person-femke',
      daysAgo: 25.3,
      kind: 'evidence',
      state: 'we-build-on-it',
      values: {
        title:
          'Van één team in 2007 naar 700 teams en 8.000 verpleegkundigen in 2015. · From one team in 2007 to 700 teams and 8,000 nurses in 2015.',
        plainSummary:
          'Mensen die zorg kregen en mensen die er werkten, gaven hoge cijfers. De zorg leek beter, en goedkoper dan elders. In 2014 zorgden de teams voor 65.000 mensen.\n\nPeople who were cared for, and people who worked there, gave it high marks. The care seemed better, and cheaper than elsewhere. In 2014 the teams cared for 65,000 people.',
        evidenceKind: 'report',
        source: 'The Commonwealth Fund, “Home Care by Self-Governing Nursing Teams: The Netherlands’ Buurtzorg Model”, May 2015',
        url: 'https://www.commonwealthfund.org/publications/case-studies/2015/may/home-care-nursing-teams-netherlands',
      },
    },
    {
      id: 'buurtzorg-fact-london',
      by: 'person-huisarts',
      daysAgo: 16.2,
      kind: 'evidence',
      state: 'offered',
      values: {
        title:
          'Een proef in Londen, van juni 2017 tot augustus 2018, lukte ten dele. · A trial in London, June 2017 to August 2018, had mixed success.',
        plainSummary:
          'In één huisartsenpraktijk in Tower Hamlets waren patiënten blij met de langere bezoeken en de vaste gezichten. De regels, de banen en de gewoonten zijn in Engeland anders, en dat maakte het soms moeilijk.\n\nIn one GP surgery in Tower Hamlets, patients liked the longer visits and the steady faces. Rules, jobs and habits are different in England, and that made some of it hard.',
        evidenceKind: 'research',
        source:
          'Lalani and others, “Transforming community nursing services in the UK”, BMC Health Services Research, 2019 (article s12913-019-4804-8), and the same authors in the British Journal of General Practice, 2019, volume 69, supplement 1',
        url: 'https://bmchealthservres.biomedcentral.com/articles/10.1186/s12913-019-4804-8',
      },
    },
  ],
  endorsements: [
    {
      by: 'person-huisarts',
      office: 'clinical-lead',
      reason:
        'Ik bel één nummer en krijg iemand die mijn patiënt kent. Daar sta ik achter. · I ring one number and I get somebody who knows my patient. I stand behind that.',
      daysAgo: 61.5,
    },
  ],
  pledges: [
    {
      id: 'pledge-buurtzorg-rota',
      by: 'person-femke',
      kind: 'time',
      what: 'Ik maak acht weken lang het rooster, en dan geef ik het door. · I will do the rota for eight weeks, and then I hand it on.',
      untilInDays: -9,
      daysAgo: 65.3,
      end: {
        state: 'kept',
        why: 'Acht weken gedaan. Hatice heeft nu het potlood. Het rooster is al mooier. · Eight weeks are done. Hatice has the pencil now. The rota is prettier already.',
        daysAgo: 9.1,
        confirmedBy: 'person-hatice',
      },
    },
    {
      id: 'pledge-buurtzorg-kitchen',
      by: 'person-wim',
      kind: 'space',
      what: 'Mijn keukentafel, elke donderdag, met koffie. · My kitchen table, every Thursday, with coffee.',
      untilInDays: -4,
      daysAgo: 77.6,
      end: {
        state: 'could-not',
        why: 'De keuken wordt geschilderd en ik ruik naar terpentine. De tuin heeft ook stoelen. · The kitchen is being painted, and I smell of turpentine. The garden has chairs too.',
        daysAgo: 3.8,
        confirmedBy: 'person-femke',
      },
    },
  ],
  asks: [
    {
      id: 'ask-buurtzorg-tariff',
      elementId: 'buurtzorg-blocker-tariff',
      by: 'person-femke',
      to: 'person-zorgverzekeraar',
      level: 'organisation',
      message:
        'Mogen wij met één team een half jaar lang één prijs per uur proberen? We laten elke maand zien wat het kost en wat het brengt.\n\nMay one team try one price an hour for half a year? Every month we will show what it costs and what it brings.',
      daysAgo: 17.4,
      answer: null,
    },
    {
      id: 'ask-buurtzorg-form',
      elementId: 'buurtzorg-blocker-manager-name',
      by: 'person-hatice',
      to: 'person-huisarts',
      message: 'U vult dit formulier vaker in. Weet u wie het leest?\n\nYou fill in this form more often than we do. Do you know who reads it?',
      daysAgo: 57.5,
      answer: {
        answer: 'will',
        line: 'Ik zoek het uit en stuur u het nummer. · I will find out, and send you the number.',
        byInDays: -54,
        daysAgo: 56.8,
      },
    },
  ],
  proposals: buurtzorgProposals,
};
