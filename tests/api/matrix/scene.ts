/** The people of the matrix, made once; and for each cell the initiatives it is about. */
import type { Seat } from '#shared/policy/facts.ts';
import { roles } from '#shared/policy/table.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { aGuest } from '#tests/helpers/coming-in.ts';
import { somebody } from '#tests/helpers/somebody.ts';
import type { Somebody, TestServer } from '#tests/helpers/test-server.ts';
import { type Cell, columns, everyRole, type Place, type Role } from './frame.ts';

export interface Scene {
  cell(role: Role, place: Place): Promise<Cell>;
}

export async function aScene(server: TestServer): Promise<Scene> {
  const { app } = server;
  const keeper = await server.join('Sam');
  const ruth = await server.join('Ruth');
  const amina = await server.join('Amina');
  const dev = await server.join('Dev');
  const people = new Map<Role, Somebody>();
  for (const role of everyRole) people.set(role, await personFor(role));
  const endedCookie = people.get('signed out')?.cookie() ?? '';
  await people.get('signed out')?.call.people.signOutEverywhere();

  async function personFor(role: Role): Promise<Somebody> {
    const { standing } = roles[columns[role]];
    if (role === 'keeper') return keeper;
    if (role === 'visitor') return server.visitor();
    return standing === 'guest' ? aGuest(server, keeper, 'Joe') : server.join(role);
  }

  /** An answer may give a visitor a session: nobody comes twice with the same empty hands. */
  function whoIs(role: Role): Somebody {
    if (role === 'visitor') return server.visitor();
    const known = people.get(role);
    if (known === undefined) throw new Error(`nobody is ${role}`);
    return role === 'signed out' ? somebody(server.url, role, '', endedCookie) : known;
  }

  async function initiative(seated: boolean): Promise<string> {
    const team: Record<string, Seat> = { [ruth.personId]: 'co-owner', [amina.personId]: 'member' };
    for (const role of everyRole) {
      const { seat } = roles[columns[role]];
      const who = people.get(role);
      if (seated && seat !== null && who !== undefined) team[who.personId] = seat;
    }
    const id = await aBoard(app, team);
    const left = people.get('left the team')?.personId ?? '';
    const row = { initiativeId: id, personId: left, seat: 'co-owner' as const, perspectives: [], joinedAt: app.clock.now(), leftAt: app.clock.now() };
    if (seated) await app.db.transact(async ({ sql, t }) => void (await sql.insert(t.membership).values(row)));
    return id;
  }

  return {
    async cell(role, { relation, seated }) {
      const who = whoIs(role);
      const mine = who.personId === '' ? ruth.personId : who.personId;
      const another = async () => {
        const made = roles[columns[role]].standing === 'visitor' ? server.visitor() : await personFor(role === 'keeper' ? 'person' : role);
        return made;
      };
      const owner = relation === 'own' ? mine : ruth.personId;
      const asked = relation === 'addressed' ? mine : dev.personId;
      return { server, app, role, who, here: await initiative(seated), ruth, amina, dev, owner, asked, another };
    },
  };
}
