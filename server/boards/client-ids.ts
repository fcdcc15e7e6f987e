/** Whose Yjs client ids are whose on a board, and how many more somebody may bind. */

/** Client ids one person may bind on one board. */
const perPerson = 500;

export function mayBindMore(owners: ReadonlyMap<number, string | null>, personId: string): number {
  let left = perPerson;
  for (const owner of owners.values()) if (owner === personId) left--;
  return Math.max(0, left);
}

/** The same for a look beside, as plain data. */
export function whose(owners: ReadonlyMap<number, string | null>, personId: string): { mine: number[]; taken: number[]; mayBind: number } {
  const mine: number[] = [];
  const taken: number[] = [];
  for (const [client, owner] of owners) (owner === personId ? mine : taken).push(client);
  return { mine, taken, mayBind: mayBindMore(owners, personId) };
}
