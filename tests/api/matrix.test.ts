/**
 * Every route, download, upload, socket event and reply by mail × every role × whose the thing is × in which initiative, asked of a real server: each cell
 * answers what the table of the policy says. What is added without an entry fails the last test.
 */
import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloads } from '#server/http/files.ts';
import { uploads } from '#server/http/uploads.ts';
import { Problem, problemBody } from '#shared/lib/problem.ts';
import { actions } from '#shared/policy/actions.ts';
import { contractRoutes } from '#tests/helpers/contract-routes.ts';
import { startTestServer, type TestServer } from '#tests/helpers/test-server.ts';
import { asksMatrix } from './matrix/asks.ts';
import { boardsMatrix, downloadsMatrix, socketsMatrix, uploadsMatrix } from './matrix/boards.ts';
import { decisionsMatrix } from './matrix/decisions.ts';
import { type Entry, everyRole, expected, type Matrix, type Place, placesOf, type Role } from './matrix/frame.ts';
import { initiativesMatrix } from './matrix/initiatives.ts';
import { invitesMatrix } from './matrix/invites.ts';
import { leadershipMatrix } from './matrix/leadership.ts';
import { mailMatrix } from './matrix/mail.ts';
import { noticesMatrix } from './matrix/notices.ts';
import { peopleMatrix } from './matrix/people.ts';
import { placeMatrix } from './matrix/place.ts';
import { roomsMatrix } from './matrix/rooms.ts';
import { aScene, type Scene } from './matrix/scene.ts';
import { sparksMatrix } from './matrix/sparks.ts';
import { sponsoringMatrix } from './matrix/sponsoring.ts';
import { systemAsksMatrix } from './matrix/system-asks.ts';
import { waitsMatrix } from './matrix/waits.ts';

const routes: Matrix = {
  ...placeMatrix,
  ...peopleMatrix,
  ...invitesMatrix,
  ...sparksMatrix,
  ...initiativesMatrix,
  ...boardsMatrix,
  ...sponsoringMatrix,
  ...asksMatrix,
  ...decisionsMatrix,
  ...waitsMatrix,
  ...systemAsksMatrix,
  ...leadershipMatrix,
  ...roomsMatrix,
  ...noticesMatrix,
};
const everything: Matrix = { ...routes, ...downloadsMatrix, ...uploadsMatrix, ...socketsMatrix, ...mailMatrix };

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startTestServer();
  scene = await aScene(server);
});
afterAll(() => server.close());

describe.each(Object.entries(everything))('%s', (_name, entry) => {
  test.each(placesOf(entry).map((place) => [inWords(place), place] as const))('%s', async (_place, place) => {
    const cells = await Promise.all(everyRole.map(async (role) => [role, await outcome(entry, role, place)] as const));
    expect(Object.fromEntries(cells)).toEqual(Object.fromEntries(everyRole.map((role) => [role, expected(entry, role, place)])));
  });
});

test('nothing is left out: every route, every download, every action of the policy', () => {
  const covered = new Set(Object.keys(routes).map((name) => name.split(' ')[0] ?? ''));
  expect([...covered].sort()).toEqual(contractRoutes.map((route) => route.name).sort());
  expect(Object.keys(downloadsMatrix).sort()).toEqual([...downloads.keys()].sort());
  expect(Object.keys(uploadsMatrix).sort()).toEqual([...uploads.keys()].sort());
  const tried = new Set<string>(Object.values(everything).flatMap((entry) => [entry.who, entry.first ?? entry.who]));
  expect(actions.filter((action) => !tried.has(action))).toEqual([]);
});

async function outcome(entry: Entry, role: Role, place: Place): Promise<string> {
  const attempt = await entry.try(await scene.cell(role, place));
  try {
    await attempt();
    return 'yes';
  } catch (thrown) {
    const problem = thrown instanceof Problem ? thrown.body : thrown instanceof ORPCError ? problemBody.parse(thrown.data) : null;
    if (problem === null) throw thrown;
    return `${problem.code} ${problem.reason}`;
  }
}

function inWords({ relation, seated }: Place): string {
  const whose = { other: 'somebody else’s', own: 'one’s own', addressed: 'put to one' }[relation];
  return seated ? whose : `${whose}, in another initiative`;
}
