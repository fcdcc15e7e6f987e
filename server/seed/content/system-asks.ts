/** What is bigger than one of the four initiatives: two that are paid by the piece. Invented, like the people in it. */
import type { z } from 'zod';
import type { demoSystemAsk } from './shape.ts';

export const systemAsks: z.input<typeof demoSystemAsk>[] = [
  {
    id: 'system-ask-whole-price',
    cause: 'Each payer counts its own pieces, and nobody pays for the whole of a day’s care.',
    kind: 'funding',
    forum: 'The evening where payers of both places sit at one table',
    heardInDays: 12,
    joined: [
      {
        initiativeId: 'initiative-buurtzorg',
        elementId: 'buurtzorg-blocker-tariff',
        by: 'person-femke',
        story:
          'We schrijven langer op wat we deden dan het duurde. Een kopje thee bestaat niet op de lijst, en juist dan vertellen mensen iets.\n\nWe write longer about what we did than it took us. A cup of tea is not on the list, and that is when people tell us things.',
        waitCost: 'Elke dag een uur schrijven. · An hour of writing, every day.',
        tried: 'Zes weken lang opgeschreven wat er echt nodig was. · For six weeks we wrote down what was really needed.',
        daysAgo: 16.2,
      },
      {
        initiativeId: 'initiative-bromley',
        elementId: 'bromley-blocker-forms',
        by: 'person-marcia',
        story: 'Five people pay for parts of one front door. Each wants to see their own part. I spend every Thursday on forms.',
        waitCost: 'One Thursday a week. Thursday is when people come.',
        tried: 'One page a month, the same for all five. One reads it so far.',
        daysAgo: 11.3,
      },
    ],
    sponsor: { by: 'person-commissioner', daysAgo: 6.4 },
  },
];
