/** What a feature says about each of its routes, and what the table of the policy then expects of every role. */
import type { App } from '#server/context.ts';
import type { Action } from '#shared/policy/actions.ts';
import { can } from '#shared/policy/can.ts';
import { factsOf } from '#shared/policy/facts.ts';
import { roles, table } from '#shared/policy/table.ts';
import type { Somebody, TestServer } from '#tests/helpers/test-server.ts';

/** How the thing belongs to who tries: somebody else's, their own, or put to them. */
export type Relation = 'other' | 'own' | 'addressed';

/** The roles of the table, and two more that may do what another may: who left the team, and who holds the cookie of an ended session. */
export const columns = { ...identity(), 'left the team': 'person', 'signed out': 'visitor' } as const satisfies Record<string, keyof typeof roles>;
export type Role = keyof typeof columns;
export const everyRole = Object.keys(columns).filter(isRole);

/** One cell: who tries, on what. Everything in it is made for this cell alone, but for the people. */
export interface Cell {
  readonly server: TestServer;
  readonly app: App;
  readonly role: Role;
  readonly who: Somebody;
  /** The initiative the thing lies in: one where the roles have their seats, or another. */
  readonly here: string;
  /** A co-owner and a member of `here`, and somebody with an account and no seat. */
  readonly ruth: Somebody;
  readonly amina: Somebody;
  readonly dev: Somebody;
  /** Whose the thing is, and whom it was put to. */
  readonly owner: string;
  readonly asked: string;
  /** Somebody of the same standing that nobody else needs: for what ends them. */
  another(): Promise<Somebody>;
}

export interface Entry {
  /** Who may: as the table says, anybody who has come in, or anybody at all. */
  readonly who: Action | 'signed-in' | 'anyone';
  /** What the policy is asked before: who may not even this is told so first. */
  readonly first?: Action | undefined;
  readonly relations?: readonly Relation[];
  /** The thing lies in an initiative: tried in another one too, where nobody of the roles has a seat. */
  readonly inside?: boolean;
  /** What else than the policy refuses those whom the policy lets. */
  readonly but?: ((role: Role) => string | null) | undefined;
  /** Makes the thing. @returns how it is tried */
  try(cell: Cell): Promise<() => Promise<unknown>> | (() => Promise<unknown>);
}

/** By the route's name in the contract, the download's address or the socket's event; what follows a blank tells two of one route apart. */
export type Matrix = Readonly<Record<string, Entry>>;

export interface Place {
  readonly relation: Relation;
  /** Whether the roles have their seats there. */
  readonly seated: boolean;
}

export function placesOf({ relations = ['other'], inside = false }: Entry): Place[] {
  return relations.flatMap((relation) => (inside ? [true, false] : [true]).map((seated) => ({ relation, seated })));
}

/** "yes", or the problem's code and reason. The table decides; `can` only lends the words of its no. */
export function expected(entry: Entry, role: Role, { relation, seated }: Place): string {
  const column = seated ? columns[role] : withoutSeat(columns[role]);
  const other = entry.but?.(role) ?? null;
  if (entry.who === 'anyone' || (entry.who === 'signed-in' && column !== 'visitor')) return other ?? 'yes';
  if (entry.who === 'signed-in') return 'not-signed-in why.sign-in';
  if (entry.first !== undefined) {
    const before = expected({ ...entry, who: entry.first, first: undefined, but: undefined }, role, { relation, seated });
    if (before !== 'yes') return before;
  }
  const row = table[entry.who];
  const cell = (row[relation] ?? row.other).charAt(Object.keys(roles).indexOf(column));
  if (cell === 'y') return other ?? 'yes';
  const facts = factsOf({
    ...roles[column],
    otherCoOwners: 1,
    own: relation === 'own' && column !== 'visitor',
    addressed: relation === 'addressed' && column !== 'visitor',
  });
  const verdict = can(entry.who, facts);
  const reason = verdict.ok ? 'the policy says yes' : verdict.reason;
  return `${reason === 'why.sign-in' ? 'not-signed-in' : 'not-allowed'} ${reason}`;
}

function withoutSeat(column: keyof typeof roles): keyof typeof roles {
  const { standing } = roles[column];
  return standing === 'member' ? 'person' : standing;
}

function isRole(name: string): name is Role {
  return name in columns;
}

function identity() {
  return {
    visitor: 'visitor',
    guest: 'guest',
    'guest in it': 'guest in it',
    person: 'person',
    reader: 'reader',
    commenter: 'commenter',
    member: 'member',
    'co-owner': 'co-owner',
    keeper: 'keeper',
  } as const;
}
