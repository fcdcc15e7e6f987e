import { quietPath } from '#server/features/notices/wishes/quiet-links.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBrowser } from '#tests/helpers/push-service.ts';
import type { Cell, Matrix } from './frame.ts';

export const noticesMatrix: Matrix = {
  'notices.list': { who: 'person.change', relations: ['own'], try: (c) => () => c.who.call.notices.list({}) },
  'notices.seen': { who: 'person.change', relations: ['own'], try: (c) => () => c.who.call.notices.seen({ ids: 'all' }) },
  'notices.wishes': { who: 'person.change', relations: ['own'], try: (c) => () => c.who.call.notices.wishes() },
  'notices.changeWishes': {
    who: 'person.change',
    relations: ['own'],
    try: (c) => () => c.who.call.notices.changeWishes({ mail: true, digest: 'daily', hour: 7, timeZone: 'Europe/London', language: null }),
  },
  'notices.push': { who: 'person.change', relations: ['own'], try: (c) => () => c.who.call.notices.push() },
  'notices.startPush': {
    who: 'person.change',
    relations: ['own'],
    try: (c) => () => c.who.call.notices.startPush({ ...aBrowser(), endpoint: `https://push.example/${newId()}`, words: 'short' }),
  },
  'notices.stopPush': { who: 'person.change', relations: ['own'], try: (c) => () => c.who.call.notices.stopPush() },
  'notices.isMuted': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.notices.isMuted({ id: c.here }) },
  'notices.mute': {
    who: 'initiative.read',
    first: 'person.change',
    relations: ['own'],
    inside: true,
    try: (c) => () => c.who.call.notices.mute({ id: c.here }),
  },
  'notices.unmute': {
    who: 'initiative.read',
    first: 'person.change',
    relations: ['own'],
    inside: true,
    try: (c) => () => c.who.call.notices.unmute({ id: c.here }),
  },
  // Whoever holds the letter may: it needs no signing in.
  'notices.quietLook': { who: 'anyone', inside: true, try: (c) => () => c.who.call.notices.quietLook({ token: aQuietLink(c) }) },
  'notices.quiet': { who: 'anyone', inside: true, try: (c) => () => c.who.call.notices.quiet({ token: aQuietLink(c) }) },
};

function aQuietLink({ app, here, dev }: Cell): string {
  return quietPath(app.config.authSecret, { personId: dev.personId, quiet: { what: 'initiative', initiativeId: here } }).replace('/quiet/', '');
}
