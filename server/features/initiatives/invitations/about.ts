/** What an invitation is about: whether one may be invited to it, and what a yes does. */
import { badField, Problem } from '#shared/lib/problem.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import type { Facts, Seat } from '#shared/policy/facts.ts';
import { say } from '#shared/words/say.ts';
import { elementRow } from '../../../boards/store.ts';
import type { App } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/db.ts';
import { sitDown } from '../../../seats/sit-down.ts';
import { lowerSeat, seatsUpTo } from '../../../seats/store.ts';
import { blockersIn, holdOpen, systemAskNow, takeSponsorship } from '../../../sponsorship/store.ts';
import { tellAll } from '../../../sponsorship/tell-all.ts';
import { teamOf } from '../store.ts';
import type { InvitationRow } from './store.ts';

export interface Inviting {
  readonly initiativeId: string;
  readonly person: { readonly id: string; readonly guest: boolean };
  readonly about: InvitationRow['about'];
  readonly elementId: string | null;
  readonly systemAskId: string | null;
  readonly seat: Seat;
}

/** @throws Problem invalid, gone or conflict when this is nothing they can be invited to */
export async function mayBeAbout(tx: Tx, inviting: Inviting): Promise<void> {
  if (inviting.about === 'card') return cardStands(tx, inviting);
  if (inviting.about === 'system-ask') return systemAskWaits(tx, inviting);
  const { initiativeId, person, seat } = inviting;
  if (person.guest && seat === 'co-owner') throw new Problem('conflict', 'initiatives.guest-no-co-owner');
  const member = (await teamOf(tx, initiativeId)).find((seated) => seated.personId === person.id);
  if (member !== undefined && seatsUpTo(member.seat).includes(seat)) throw new Problem('conflict', 'initiatives.in-already');
}

async function cardStands(tx: Tx, { initiativeId, elementId }: Inviting): Promise<void> {
  const card = elementId === null ? null : await elementRow(tx, initiativeId, elementId);
  if (card === null) throw badField('elementId', 'initiatives.no-such-card');
  if (card.archivedAt !== null) throw new Problem('gone', 'initiatives.card-put-away');
}

async function systemAskWaits(tx: Tx, { initiativeId, systemAskId, person }: Inviting): Promise<void> {
  const inIt = systemAskId === null ? [] : await blockersIn(tx, systemAskId);
  if (systemAskId === null || !inIt.some((one) => one.initiativeId === initiativeId)) throw badField('systemAskId', 'initiatives.not-in-system-ask');
  if (person.guest) throw new Problem('conflict', 'initiatives.guest-no-sponsor');
  // Held until the end, so that two initiatives that invite the same person to it wait in line.
  if (!(await holdOpen(tx, systemAskId))) throw new Problem('conflict', 'initiatives.system-ask-answered');
  if ((await systemAskNow(tx, systemAskId))?.sponsorId !== null) throw new Problem('conflict', 'initiatives.sponsor-taken');
}

/** @throws Problem conflict when a yes can not be taken back by another answer */
export async function mayUnsayYes(reader: Reader, row: InvitationRow, facts: Facts): Promise<void> {
  if (row.about === 'initiative' && facts.seat !== null) throw new Problem('conflict', 'initiatives.leave-instead');
  if (row.systemAskId !== null && (await systemAskNow(reader, row.systemAskId))?.sponsorId === row.personId)
    throw new Problem('conflict', 'initiatives.step-back-instead');
}

export interface Yes {
  readonly row: InvitationRow;
  readonly facts: Facts;
  readonly perspectives: readonly Perspective[];
  readonly at: Date;
}

/** A yes takes the seat, or joins in so that one can write on the card, or takes the system ask where it will be heard. @throws Problem conflict when somebody else was first */
export async function takeUp(app: App, tx: Tx, { row, facts, perspectives, at }: Yes): Promise<void> {
  const { initiativeId, personId, systemAskId } = row;
  if (systemAskId !== null) return takeItThere(app, tx, { systemAskId, personId, at });
  if (row.about === 'card' && (facts.seat === 'member' || facts.seat === 'co-owner')) return;
  const said = perspectives.length > 0 || row.perspective === null || facts.seat !== null ? perspectives : [row.perspective];
  // A guest can be a member; for more, people must be able to reach them.
  const seat = facts.standing === 'guest' ? lowerSeat(row.seat, 'member') : row.seat;
  await sitDown(app, tx, { initiativeId, personId, seat, perspectives: said, at });
}

async function takeItThere(app: App, tx: Tx, sponsoring: { systemAskId: string; personId: string; at: Date }): Promise<void> {
  const { systemAskId, personId } = sponsoring;
  const taken = await takeSponsorship(tx, sponsoring);
  const now = await systemAskNow(tx, systemAskId);
  if (now?.sponsorId !== personId) throw new Problem('conflict', 'initiatives.sponsor-taken');
  const values = { cause: now.cause };
  if (taken) await tellAll(app, tx, { what: 'system-ask.sponsored', systemAskId, personId, values, people: [personId], why: 'other' });
}

/** What it is called now, for a sentence about it. */
export async function titleOf(
  reader: Reader,
  { initiativeId, elementId, systemAskId }: Pick<InvitationRow, 'initiativeId' | 'elementId' | 'systemAskId'>,
): Promise<string> {
  if (systemAskId !== null) return (await systemAskNow(reader, systemAskId))?.cause ?? '';
  const title = elementId === null ? '' : ((await elementRow(reader, initiativeId, elementId))?.title ?? '');
  return title.trim() === '' ? say('kinds.untitled') : title;
}
