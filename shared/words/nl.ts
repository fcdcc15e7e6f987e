/** Dutch: what letters say. */
import { activity } from './nl/activity.ts';
import { mail } from './nl/mail.ts';
import { notices } from './nl/notices.ts';

export const nl = {
  activity,
  mail,
  notices,
  // Why a reply by mail came back.
  problem: {
    'not-found': 'We konden dat niet vinden.',
    conflict: 'Iemand veranderde dit op hetzelfde moment. Kijk nog eens, en probeer het dan opnieuw.',
  },
  why: {
    'addressed-only': 'Alleen wie de vraag kreeg, kan antwoorden.',
    'join-first': 'Doe eerst mee met dit initiatief.',
    'reading-only': 'Je kunt dit bord lezen. Vraag een mede-eigenaar als je erop wilt schrijven.',
    ended: 'Dit is al afgelopen.',
  },
  field: {
    'too-long': 'Dit is te lang: hoogstens {max} tekens.',
    'nhs-number': 'Dit lijkt op een NHS-nummer. Kindling is niet voor gegevens van patiënten: haal het eruit.',
  },
  sparks: { gone: 'Wie deze vonk schreef, heeft hem ingetrokken.' },
  asks: {
    'taken-back': 'Het team heeft deze vraag ingetrokken. Ze heeft geen antwoord meer nodig.',
    'told-already': 'Niemand wacht nog op meer van je.',
  },
  people: { somebody: 'Iemand' },
  kinds: { untitled: 'Nog geen titel' },
  initiatives: {
    'state-kindling': 'Aanwakkeren',
    'state-thinking-time': 'Denktijd',
    'state-active': 'Bezig',
    'state-resting': 'Rust',
    'state-learned': 'Geleerd',
  },
} as const;
