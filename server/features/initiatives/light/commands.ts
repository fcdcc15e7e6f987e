/** Lighting: from sparks to an initiative with a board. No approval, no single owner; whoever lights it is one co-owner among those to come. */
import type { NewElement } from '#shared/elements/registry.ts';
import { withoutControls } from '#shared/elements/fields.ts';
import type { Initiative, Light } from '#shared/features/initiatives/model.ts';
import { positionsBetween } from '#shared/lib/position.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import { wordsHash } from '#shared/lib/words-hash.ts';
import { record } from '../../../activity/record.ts';
import type { App } from '../../../context.ts';
import type { Tx } from '../../../db/db.ts';
import { allowing, personOf, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { takeSeat } from '../../../seats/store.ts';
import { addInvitations } from '../invitations/store.ts';
import { readInitiative } from '../read.ts';
import { initiativeRow, putSites, unknownSites } from '../store.ts';
import * as store from './store.ts';

/** The longest a card's own words can be. */
const moreMax = 5000;

/**
 * Lights an initiative; the same id sent again lights nothing new. `label` is for the demo's own words about itself.
 * @throws Problem conflict when the id is another person's initiative, invalid for a spark, site or person we do not know
 */
export async function lightInitiative(app: App, viewer: Viewer, asked: Light, label: string | null = null): Promise<Initiative> {
  allowing('initiative.light', await placeFacts(app.db, viewer));
  const by = personOf(viewer);
  await app.db.transact((tx) => light(app, tx, asked, by, label));
  return readInitiative(app, viewer, asked.id);
}

async function light(app: App, tx: Tx, asked: Light, by: string, label: string | null): Promise<void> {
  const { id, title, forWhom, perspectives } = asked;
  const at = app.clock.now();
  const purpose = withoutControls(asked.purpose);
  const row = {
    id,
    title,
    purpose,
    purposeHash: wordsHash(purpose),
    forWhom,
    state: 'thinking-time' as const,
    label,
    litBy: by,
    litAt: at,
    movedAt: at,
  };
  if (!(await store.addInitiative(tx, row))) {
    if ((await initiativeRow(tx, id))?.litBy !== by) throw new Problem('conflict', 'problem.conflict');
    return;
  }
  if ((await unknownSites(tx, asked.siteIds)).length > 0) throw badField('siteIds', 'field.unknown');
  const sparkIds = [...new Set(asked.sparkIds)];
  const sparks = await store.lightSparks(tx, sparkIds);
  if (sparks.length < sparkIds.length) throw badField('sparkIds', 'initiatives.spark-gone');
  await store.addBeganWith(tx, id, sparkIds);
  await putSites(tx, id, asked.siteIds);
  await takeSeat(tx, { initiativeId: id, personId: by, seat: 'co-owner', perspectives, at });
  await app.boards.create(tx, id, { purposeText: purpose, elements: firstCards(app, sparks) }, by, at);
  const invited = await inviteThem(app, tx, asked, by, at);
  await record(app, tx, {
    what: 'initiative.lit',
    initiativeId: id,
    personId: by,
    at,
    values: { title },
    topics: ['initiatives', 'wall', `me:${by}`, ...sparkIds.map((one) => `spark:${one}` as const), ...invited.map((one) => `me:${one}` as const)],
  });
  const tells = invited.map((personId) => ({ personId, why: 'invitation', what: 'invitation.made', address: '/invitations' }) as const);
  if (invited.length > 0)
    await record(app, tx, { what: 'invitation.made-many', initiativeId: id, personId: by, at, values: { count: invited.length }, topics: [], tells });
}

/** The sparks as the first cards of the board, in the order they were posted. */
function firstCards(app: App, sparks: readonly store.LitSpark[]): NewElement[] {
  const positions = positionsBetween(null, null, sparks.length);
  return sparks.map(({ id, kind, title, body }, at) => ({
    id: app.newId(),
    kind: 'spark',
    position: positions[at] ?? '',
    values: { title, more: body.slice(0, moreMax), sparkKind: kind, spark: id },
  }));
}

/** Those chosen are invited to be co-owners; everybody else who kindled a spark, or stands beside it by name, to be a member. @returns their ids */
async function inviteThem(app: App, tx: Tx, { id: initiativeId, sparkIds, inviteIds }: Light, by: string, createdAt: Date): Promise<string[]> {
  const near = [...(await store.namedAuthorsOf(tx, sparkIds)), ...(await store.kindledOn(tx, sparkIds)).map((kindled) => kindled.personId)];
  const people = (await store.peopleAmong(tx, [...inviteIds, ...near])).filter((person) => person.id !== by);
  const unknown = inviteIds.filter((personId) => personId !== by && !people.some((person) => person.id === personId));
  if (unknown.length > 0) throw badField('inviteIds', 'field.unknown');
  const rows = people.map(({ id: personId, guest }) => {
    const seat = inviteIds.includes(personId) && !guest ? ('co-owner' as const) : ('member' as const);
    return { id: app.newId(), initiativeId, personId, invitedBy: by, seat, perspective: null, line: '', createdAt };
  });
  await addInvitations(tx, rows);
  return rows.map((row) => row.personId);
}
