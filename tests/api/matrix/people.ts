import { createHash } from 'node:crypto';
import { addClaim } from '#server/features/people/store.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { roles } from '#shared/policy/table.ts';
import { aPerson } from '#tests/helpers/an-initiative.ts';
import { type Cell, columns, type Matrix } from './frame.ts';

export const peopleMatrix: Matrix = {
  'people.me': { who: 'anyone', try: (c) => () => c.who.call.people.me() },
  'people.change': { who: 'person.change', relations: ['own'], try: (c) => () => c.who.call.people.change({ titleShown: false }) },
  'people.find': { who: 'person.find', try: (c) => () => c.who.call.people.find({ search: 'Ruth' }) },
  'people.claim': {
    who: 'person.change',
    relations: ['own'],
    but: (role) => (roles[columns[role]].standing === 'guest' ? null : 'conflict why.sign-out-first'),
    try: (c) => () => c.who.call.people.claim({ email: `${newId()}@example.org` }),
  },
  // Whoever reads the mail is the owner: a visitor, but nobody who is somebody else already.
  'people.redeemClaim': {
    who: 'anyone',
    but: (role) => (columns[role] === 'visitor' ? null : 'conflict signIn.somebody-else-here'),
    try: async (c) => {
      const token = await aClaim(c);
      return () => c.who.call.people.redeemClaim({ token });
    },
  },
  'people.signOutEverywhere': {
    who: 'signed-in',
    try: async (c) => {
      const another = await c.another();
      return () => another.call.people.signOutEverywhere();
    },
  },
};

async function aClaim({ app }: Cell): Promise<string> {
  const token = newId() + newId();
  const personId = await aPerson(app.db, 'Joe', 'guest');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const expiresAt = new Date(app.clock.now().getTime() + dayMs);
  await app.db.transact((tx) => addClaim(tx, { tokenHash, personId, email: `${newId().toLowerCase()}@example.org`, expiresAt }));
  return token;
}
