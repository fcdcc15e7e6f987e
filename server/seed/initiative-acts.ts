/** What people of the demo did around an initiative: lit it, invited, joined, turned, stood behind it, pledged, asked and answered. */
import { stepUpNoticeHours } from '#shared/features/asks/answers.ts';
import { endorse } from '../features/endorsements/commands.ts';
import { purposeOf } from '../features/endorsements/store.ts';
import { answerAsk } from '../features/asks/answer.ts';
import { sayPossible } from '../features/asks/possible/say.ts';
import { putAsks } from '../features/asks/put.ts';
import { announceStepUp } from '../features/asks/step-up/announce.ts';
import { carryOutStepUps } from '../features/asks/step-up/carry-out.ts';
import { changeInitiative } from '../features/initiatives/change.ts';
import { answer, invite, withdraw } from '../features/initiatives/invitations/commands.ts';
import { listMyInvitations } from '../features/initiatives/invitations/read.ts';
import { lightInitiative } from '../features/initiatives/light/commands.ts';
import { join } from '../features/initiatives/team/commands.ts';
import { confirmPledge, finishPledge, givePledge } from '../features/pledges/commands.ts';
import { tellPledge } from '../features/pledges/news/tell.ts';
import { offerRoom, writeRoom } from '../features/rooms/sponsor-commands.ts';
import { acceptRoom, askForRoom, linkTest } from '../features/rooms/team-commands.ts';
import type { Act } from './act.ts';
import type { DemoInitiative } from './content/shape.ts';
import type { As } from './people.ts';
import type { Seeding } from './seeding.ts';

/** Long enough to read what one has just been told, in days. */
const moment = 0.01;

export function initiativeActs(seeding: Seeding, initiative: DemoInitiative, as: As): Act[] {
  const given = { seeding, initiative, as };
  return [
    ...lighting(given),
    ...joining(given),
    ...inviting(given),
    ...turning(given),
    ...endorsing(given),
    ...pledging(given),
    ...covering(given),
    ...asking(given),
  ];
}

interface Given {
  readonly seeding: Seeding;
  readonly initiative: DemoInitiative;
  readonly as: As;
}

function lighting({ seeding: { app }, initiative, as }: Given): Act[] {
  const { id, title, purpose, forWhom, siteIds, beganWith, litBy, litDaysAgo, team, label } = initiative;
  const perspectives = team.find((seat) => seat.person === litBy)?.perspectives ?? [];
  const inviteIds = team.filter((seat) => seat.seat === 'co-owner' && seat.person !== litBy).map((seat) => seat.person);
  const asked = { id, sparkIds: beganWith, title, purpose, forWhom, siteIds, perspectives, inviteIds };
  return [{ daysAgo: litDaysAgo, run: () => lightInitiative(app, as(litBy), asked, label) }];
}

/** Those who were invited when it was lit say yes; the others just join. */
function joining({ seeding: { app }, initiative: { id, litBy, team }, as }: Given): Act[] {
  return team
    .filter((seat) => seat.person !== litBy)
    .map(({ person, perspectives, daysAgo }) => ({
      daysAgo,
      run: async () => {
        const invitationId = await openInvitation(app, as(person), id);
        if (invitationId === null) await join(app, as(person), id, perspectives);
        else await answer(app, as(person), { id: invitationId, answer: 'yes', line: '', askAfter: null, perspectives });
      },
    }));
}

function inviting({ seeding: { app, dayIn }, initiative, as }: Given): Act[] {
  return initiative.invitations.flatMap(({ id: invitationId, by, to, seat, perspective, elementId, line, daysAgo, answer: reply }) => {
    const asked: Act = {
      daysAgo,
      run: async () => {
        // Whoever kindled one of its sparks was invited when it was lit; a warmer word takes the place of that.
        const before = elementId === null ? await openInvitation(app, as(to), initiative.id) : null;
        if (before !== null) await withdraw(app, as(initiative.litBy), before);
        const about = elementId === null ? ('initiative' as const) : ('card' as const);
        await invite(app, as(by), { id: initiative.id, invitationId, personId: to, about, elementId, systemAskId: null, seat, perspective, line });
      },
    };
    if (reply === null) return [asked];
    const askAfter = reply.askAfterInDays === null ? null : dayIn(reply.askAfterInDays);
    return [
      asked,
      {
        daysAgo: reply.daysAgo,
        run: () => answer(app, as(to), { id: invitationId, answer: reply.answer, line: reply.line, askAfter, perspectives: [] }),
      },
    ];
  });
}

function turning({ seeding: { app }, initiative: { id, turns }, as }: Given): Act[] {
  return turns.map(({ by, state, because, daysAgo }) => ({ daysAgo, run: () => changeInitiative(app, as(by), id, { state, because }) }));
}

function endorsing({ seeding: { app }, initiative: { id, endorsements }, as }: Given): Act[] {
  return endorsements.map(({ by, office, reason, daysAgo }) => ({
    daysAgo,
    run: async () => endorse(app, as(by), { id, office, reason, purposeHash: (await purposeOf(app.db, id))?.purposeHash ?? '' }),
  }));
}

function pledging({ seeding: { app, dayIn }, initiative, as }: Given): Act[] {
  return initiative.pledges.flatMap(({ id, by, kind, what, untilInDays, daysAgo, news, end }) => {
    const given: Act = { daysAgo, run: () => givePledge(app, as(by), { id: initiative.id, pledgeId: id, kind, what, until: dayIn(untilInDays) }) };
    let until = untilInDays;
    const told = news.map(({ id: newsId, line, untilInDays: movedTo, daysAgo: then }): Act => {
      until = movedTo ?? until;
      const day = dayIn(until);
      return { daysAgo: then, run: () => tellPledge(app, as(by), { id, newsId, line, until: day }) };
    });
    if (end === null) return [given, ...told];
    const { confirmedBy } = end;
    const finished: Act = { daysAgo: end.daysAgo, run: () => finishPledge(app, as(by), { id, state: end.state, why: end.why }) };
    return [
      given,
      ...told,
      finished,
      ...(confirmedBy === null ? [] : [{ daysAgo: end.daysAgo - moment, run: () => confirmPledge(app, as(confirmedBy), id) }]),
    ];
  });
}

function covering({ seeding: { app, dayIn }, initiative, as }: Given): Act[] {
  return initiative.rooms.flatMap(({ id, by, asked, what, where, safe, callMe, untilInDays, daysAgo, accepted, test }) => {
    const words = { what, where, safe, callMe, until: dayIn(untilInDays), answersForIt: true as const };
    const ask = { id: initiative.id, roomId: id, personId: by, message: asked?.message ?? '', elementId: null };
    const acts: Act[] =
      asked === null
        ? [{ daysAgo, run: () => offerRoom(app, as(by), { id: initiative.id, roomId: id, ...words }) }]
        : [
            { daysAgo: asked.daysAgo, run: () => askForRoom(app, as(asked.by), ask) },
            { daysAgo, run: () => writeRoom(app, as(by), { id, version: 0, ...words }) },
          ];
    if (accepted === null) return acts;
    acts.push({ daysAgo: accepted.daysAgo, run: () => acceptRoom(app, as(accepted.by), { id, version: 1 }) });
    if (test !== null) acts.push({ daysAgo: accepted.daysAgo - moment, run: () => linkTest(app, as(accepted.by), { id, elementId: test }) });
    return acts;
  });
}

function asking({ seeding: { app, dayIn }, initiative, as }: Given): Act[] {
  return initiative.asks.flatMap((ask) => {
    const { id, elementId, by, to, level, message, daysAgo, answer: reply, possible } = ask;
    const asks = [{ askId: id, personId: to, message }];
    const acts: Act[] = [
      { daysAgo, run: () => putAsks(app, as(by), { id: initiative.id, elementId, level, asks }) },
      ...movingOn(app, as, ask),
      ...possible.map(({ id: entryId, by: says, line, daysAgo: then }) => ({
        daysAgo: then,
        run: () => sayPossible(app, as(says), { id, entryId, line }),
      })),
    ];
    if (reply === null) return acts;
    const day = reply.byInDays === null ? null : dayIn(reply.byInDays);
    const said = { answer: reply.answer, line: reply.line, by: day, office: reply.office, toPersonId: null };
    const asked = ask.stepUp?.to ?? ask.handOver?.to ?? to;
    return [...acts, { daysAgo: reply.daysAgo, run: () => answerAsk(app, as(asked), { id, ...said }) }];
  });
}

/** Taken to somebody else, or one level up. */
function movingOn(app: Seeding['app'], as: As, { id, to, handOver, stepUp }: DemoInitiative['asks'][number]): Act[] {
  const acts: Act[] = [];
  if (handOver !== null) {
    const said = { answer: 'belongs', line: handOver.line, by: null, office: '', toPersonId: handOver.to } as const;
    acts.push({ daysAgo: handOver.daysAgo, run: () => answerAsk(app, as(to), { id, ...said }) });
  }
  if (stepUp !== null) {
    const announced = { id, stepId: `${id}-step`, toPersonId: stepUp.to, reason: stepUp.reason };
    acts.push({ daysAgo: stepUp.daysAgo, run: () => announceStepUp(app, as(stepUp.by), announced) });
    acts.push({ daysAgo: stepUp.daysAgo - stepUpNoticeHours / 24, run: () => carryOutStepUps(app) });
  }
  return acts;
}

/** The invitation into an initiative that somebody has not answered yet; null without one. */
async function openInvitation(app: Seeding['app'], viewer: ReturnType<As>, initiativeId: string): Promise<string | null> {
  const { items } = await listMyInvitations(app, viewer);
  return (
    items.find((item) => item.initiative.id === initiativeId && item.about === 'initiative' && item.answer === null && item.withdrawnAt === null)
      ?.id ?? null
  );
}
