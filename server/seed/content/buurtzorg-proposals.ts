import type { InitiativeWritten } from './shape.ts';

export const buurtzorgProposals: NonNullable<InitiativeWritten['proposals']> = [
  {
    id: 'proposal-buurtzorg-twelve',
    elementId: 'buurtzorg-decision-twelve',
    by: 'person-hatice',
    byWhenInDays: -40,
    daysAgo: 47.5,
    answers: [
      { by: 'person-femke', answer: 'consent', daysAgo: 47.1 },
      { by: 'person-wim', answer: 'consent', because: 'Aan mijn tafel passen er twaalf. · Twelve fit round my table.', daysAgo: 46.6 },
      {
        by: 'person-hatice',
        answer: 'concern',
        because: 'Uit elkaar gaan doet pijn, ook als het goed gaat. · Parting hurts, even when it goes well.',
        daysAgo: 46.2,
      },
      { by: 'person-huisarts', answer: 'consent', daysAgo: 45.3 },
    ],
    end: {
      by: 'person-femke',
      outcome: 'goes-ahead-with-concerns',
      why: 'We doen het zo. Elke maand eten beide teams samen, zodat niemand iemand kwijtraakt. · We do it like this. Every month both teams eat together, so that nobody loses anybody.',
      daysAgo: 44.9,
    },
  },
];
