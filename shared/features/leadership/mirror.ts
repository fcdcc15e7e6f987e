/** From what happened to what may be shown. Pure; the limits that protect people are all here and in the files beside it. */
import { networkOf, type Tie } from '../../analysis/leadership/network.ts';
import { batchesOf, fewestPeople, peopleIn, type Span, weekMs, weekOf } from '../../lib/batches.ts';
import { dayMs } from '../../lib/clock.ts';
import { perspective } from '../people/model.ts';
import { counting, isCounted, type Known, restsSinceChoice } from './counted.ts';
import { aboutPeople, figuresOf, inSteps } from './figures.ts';
import { actKinds, fewActs, nearWeeks } from './kinds.ts';
import type { Mirror, MirrorPicture, ShownMirror } from './model.ts';
import { perspectiveShares } from './perspective-shares.ts';
import { bandsOf, pictureOf } from './picture.ts';
import { questionsFor } from './questions.ts';
import type { Act, Building, TeamRecord } from './record.ts';

/** The near mirror, and the whole one where it is another. */
export function mirrorsOf(record: TeamRecord, now: number): { near: Mirror; whole: Mirror | null } {
  const known = counting(record);
  const batches = batchesOf(known.acts, now);
  const near = batches.filter(({ from }) => from >= weekOf(now) - nearWeeks * weekMs);
  const active = peopleIn(known.acts, { from: now - nearWeeks * weekMs, until: Infinity });
  const waiting: Mirror = { state: 'waiting', next: dayOf(weekOf(now) + weekMs) };
  const rests = restsSinceChoice(known, batches);
  if (active < fewestPeople && near.length === 0) {
    return { near: { state: 'few', active }, whole: batches.length === 0 ? null : rests ? waiting : shown(known, batches) };
  }
  if (rests || near.length === 0) return { near: waiting, whole: near.length < batches.length && !rests ? shown(known, batches) : null };
  return { near: shown(known, near), whole: near.length < batches.length ? shown(known, batches) : null };
}

function shown({ record, ...known }: Known, batches: readonly Span[]): ShownMirror {
  const span = { from: batches[0]?.from ?? 0, until: batches.at(-1)?.until ?? 0 };
  const acts = known.acts.filter((act) => within(act, span));
  const counts = new Map<string, number>(rosterAt(record, span.until, true).map((id) => [id, 0]));
  for (const { personId } of acts) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  const people = [...counts.keys()].toSorted();
  const network = networkIn(people, known.buildings, span);
  const active = new Set(acts.map((act) => act.personId));
  const seats = new Map(record.seated.map((one) => [one.personId, one.perspectives]));
  const picture: MirrorPicture | null = network && withBands(network);
  const figures = figuresOf([...counts.values()], network);
  const seen = {
    people: people.length,
    active: active.size,
    leaders: aboutPeople(figures.find((one) => one.name === 'leaders')?.value ?? null),
    figures,
    picture,
    shared: actKinds.filter(
      (kind) =>
        peopleIn(
          acts.filter((act) => act.kind === kind),
          span,
        ) >= fewestPeople,
    ),
  };
  const taken = new Set(people.flatMap((id) => seats.get(id) ?? []));
  return {
    state: 'shown',
    from: dayOf(span.from),
    to: dayOf(span.until - dayMs),
    ...seen,
    leftOut: new Set([...rosterAt(record, span.until, false), ...leftOutActors(record, span)]).size,
    fewActs: acts.length < fewActs,
    perspectives: perspectivesIn(
      known.acts,
      { record, until: span.until },
      people.map((id) => ({ perspectives: seats.get(id) ?? [], acts: counts.get(id) ?? 0 })),
    ),
    questions: questionsFor({ ...seen, emptyChair: perspective.options.some((one) => !taken.has(one)) }),
  };
}

/** Who had a seat at the end of the span: later comings and goings show with the next batch, not for themselves. */
function rosterAt(record: TeamRecord, until: number, counted: boolean): string[] {
  return record.seated.flatMap(({ personId, joinedAt, leftAt }) =>
    joinedAt < until && (leftAt === null || leftAt >= until) && isCounted(record, personId) === counted ? personId : [],
  );
}

function leftOutActors(record: TeamRecord, span: Span): string[] {
  return record.acts.flatMap((act) => (within(act, span) && !isCounted(record, act.personId) ? act.personId : []));
}

/** Who builds on whom; null until five people are in it. */
function networkIn(people: readonly string[], buildings: readonly Building[], span: Span) {
  const network = networkOf(people, tiesIn(buildings, span), true);
  const tied = new Set<number>();
  for (const [from, theirs] of network.ties.entries()) for (const to of theirs.keys()) tied.add(from).add(to);
  return tied.size < fewestPeople ? null : network;
}

function* tiesIn(buildings: readonly Building[], span: Span): Generator<Tie> {
  for (const one of buildings) if (within(one, span)) yield { from: one.personId, to: one.onId };
}

function withBands(network: ReturnType<typeof networkOf>): MirrorPicture {
  const drawn = pictureOf(network);
  return { ...drawn, bands: bandsOf(drawn) };
}

function perspectivesIn(
  acts: readonly Act[],
  { record, until }: { record: TeamRecord; until: number },
  contributors: Parameters<typeof perspectiveShares>[0],
): ShownMirror['perspectives'] {
  const items = perspectiveShares(contributors);
  if (items === null) return { state: 'under-ten' };
  if (acts.some((act) => act.at < until && (record.moves.get(act.personId) ?? 0) >= until)) return { state: 'moved' };
  const steps = items.map(({ shares, ...one }) => ({ ...one, shares: shares && { people: inSteps(shares.people), acts: inSteps(shares.acts) } }));
  return { state: 'shown', items: steps };
}

function within({ at }: { readonly at: number }, { from, until }: Span): boolean {
  return at >= from && at < until;
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
