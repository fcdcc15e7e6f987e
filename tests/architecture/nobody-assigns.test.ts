/** Rule 2, nobody assigns: no screen, no address and no table has a word for it. One invites; people answer for themselves. */
import { getTableColumns, getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sqliteKit } from '#server/db/kit.sqlite.ts';
import { defineTables } from '#server/db/tables.ts';
import { contract } from '#shared/contract/contract.ts';
import { actions } from '#shared/policy/actions.ts';
import { en } from '#shared/words/en.ts';

/** Words for one person deciding what another does, or for the one person a thing belongs to. "Co-owner" is somebody among others. */
const forbidden =
  /assign|allocat|delegat|\bappoint|task(ed)?[ -]?to\b|in charge of|(?<!co-)\bowner|owner_?id|responsible[_ ]?(person|id)|toegewezen|toewijz/i;

function offending(texts: readonly string[]): string[] {
  return texts.filter((text) => forbidden.test(text));
}

function leaves(value: unknown, at: string): string[] {
  if (typeof value === 'string') return [`${at}: ${value}`];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${at}.${key}`)) : [];
}

/** Names of calls, with the address and the summary of each. */
function calls(router: object, at = ''): string[] {
  return Object.entries(router).flatMap(([name, inner]: [string, unknown]) => {
    if (typeof inner !== 'object' || inner === null) return [];
    const route: unknown = '~orpc' in inner ? inner['~orpc'] : null;
    return route === null ? calls(inner, `${at}.${name}`) : [`${at}.${name} ${JSON.stringify(route, ['route', 'path', 'summary', 'method'])}`];
  });
}

test('no sentence of the product says it', () => {
  expect(offending(leaves(en, 'en'))).toEqual([]);
});

test('no call, address or action is named for it', () => {
  const named = calls(contract);
  expect(named.length).toBeGreaterThan(50);
  expect(named.join('\n')).toContain('/invitations/{id}/answer');
  expect(offending([...named, ...actions])).toEqual([]);
});

test('no table and no column holds it', () => {
  const names = Object.values(defineTables(sqliteKit)).flatMap((table) => [
    getTableName(table),
    ...Object.entries(getTableColumns(table)).flatMap(([name, column]) => [name, column.name]),
  ]);
  expect(names).toContain('invitation');
  expect(offending(names)).toEqual([]);
});

test('the words it looks for are found where they stand', () => {
  const said = ['You are assigned', 'assigneeId', 'owner_id', 'The owner of this card', 'delegate', 'Wie is toegewezen?'];
  expect(offending([...said, 'co-owner', 'Co-owners'])).toEqual(said);
});
