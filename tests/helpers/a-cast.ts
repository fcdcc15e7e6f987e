/** One person of every standing and seat around one initiative, for tests of who may do what. */
import { newId } from '#shared/lib/ids.ts';
import { anInitiative } from './an-initiative.ts';
import type { Somebody, TestServer } from './test-server.ts';

export interface Cast {
  /** The initiative. */
  readonly id: string;
  readonly visitor: Somebody;
  readonly keeper: Somebody;
  /** An account without a seat. */
  readonly outsider: Somebody;
  /** Came by an invite link, with a member's seat. */
  readonly guest: Somebody;
  readonly coOwner: Somebody;
  readonly member: Somebody;
  readonly commenter: Somebody;
  readonly reader: Somebody;
}

/** The first cast of a server holds its keeper: call once a server. */
export async function aCast(server: TestServer): Promise<Cast> {
  const keeper = await server.join('Sam');
  const [coOwner, member, commenter, reader, outsider] = await Promise.all(['Ruth', 'Amina', 'Mei', 'Terry', 'Dev'].map((name) => server.join(name)));
  if (!coOwner || !member || !commenter || !reader || !outsider) throw new Error('somebody could not join');
  const id = await anInitiative(server.app.db, {
    team: { [coOwner.personId]: 'co-owner', [member.personId]: 'member', [commenter.personId]: 'commenter', [reader.personId]: 'reader' },
  });
  return { id, visitor: server.visitor(), keeper, outsider, guest: await aGuest(server, coOwner, id), coOwner, member, commenter, reader };
}

async function aGuest(server: TestServer, host: Somebody, initiativeId: string): Promise<Somebody> {
  const { secret } = await host.call.invites.make({ initiativeId });
  const guest = server.visitor();
  await guest.call.invites.redeem({ secret, name: 'Joe' });
  const { person } = await guest.call.people.me();
  return { ...guest, name: 'Joe', personId: person?.id ?? newId() };
}
