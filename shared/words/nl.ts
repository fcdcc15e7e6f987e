/** Dutch: what letters say. */
import { activity } from './nl/activity.ts';
import { mail } from './nl/mail.ts';
import { notices } from './nl/notices.ts';

export const nl = {
  activity,
  mail,
  notices,
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
