/** The shape of the demo place: plain data, checked before the seed acts on it. Days are counted back from the moment of seeding. */
import { z } from 'zod';
import { kindNamed, parseElement, type NewElement } from '#shared/elements/registry.ts';
import { askAnswer, askLevel } from '#shared/features/asks/model.ts';
import { decisionAnswer, decisionOutcome } from '#shared/features/decisions/model.ts';
import { office } from '#shared/features/endorsements/model.ts';
import { initiativeState, invitationAnswer, purposeLimit, seatOffered } from '#shared/features/initiatives/model.ts';
import { nameShown, perspective } from '#shared/features/people/model.ts';
import { groupSide } from '#shared/features/place/model.ts';
import { pledgeEnd, pledgeKind } from '#shared/features/pledges/model.ts';
import { blockerKind } from '#shared/features/system-asks/model.ts';
import { helpAmount, sentence, sparkKind } from '#shared/features/sparks/model.ts';
import { prose, proseOrNothing } from '#shared/lib/fields.ts';
import { id } from '#shared/lib/ids.ts';

/** The words every demo initiative carries. */
export const illustrativeLabel = 'Illustrative: written from published accounts, not by the organisation';

/** How long ago, in days; parts of a day are fine, so that some things happened this morning. */
const daysAgo = z.number().nonnegative().max(400);
/** A day to come (or one that has passed, below nought), counted from the moment of seeding. */
const inDays = z.number().int().min(-400).max(400);
const language = z.enum(['en', 'nl']).default('en');

export const demoGroup = z.object({ id, name: prose(80), side: groupSide });
export const demoSite = z.object({ id, name: prose(80) });

export const demoPlace = z.object({
  name: prose(80),
  /** Two sentences that welcome a newcomer and say what this is. */
  welcome: prose(500),
  label: z.literal(illustrativeLabel),
  openedDaysAgo: daysAgo,
  /** Who keeps the place. */
  keptBy: id,
  groups: z.array(demoGroup),
  sites: z.array(demoSite),
});

export const demoPerson = z.object({
  id,
  /** An invented first name, or the role again for somebody who shows by role alone. */
  name: prose(80),
  nameShown,
  roleTitle: prose(80),
  titleShown: z.boolean().default(true),
  groupId: id,
  siteId: id.nullable(),
  /** How they usually are in things. */
  perspectives: z.array(perspective).min(1),
  /** The office they sponsor from, when they do. */
  office: office.nullable().default(null),
  /** Why this matters to them, in their own words. */
  why: prose(300),
  /** A newcomer may look round as this person: one line about what they will find. */
  tryAs: prose(200).nullable().default(null),
  language,
});

const kindle = z.object({ by: id, sentence, line: proseOrNothing(300), amount: helpAmount.nullable().default(null), daysAgo });
const comment = z.object({ id, by: id, text: prose(2000), daysAgo });

export const demoSpark = z.object({
  id,
  /** Null: posted unnamed, so no author exists. */
  by: id.nullable(),
  kind: sparkKind,
  siteId: id.nullable(),
  /** The first line is the title. */
  text: prose(5200),
  daysAgo,
  language,
  kindles: z.array(kindle).default([]),
  comments: z.array(comment).default([]),
});

const seatTaken = z.object({ person: id, seat: seatOffered, perspectives: z.array(perspective).min(1), daysAgo });
const invitation = z.object({
  id,
  by: id,
  to: id,
  seat: seatOffered.default('member'),
  perspective: perspective.nullable().default(null),
  /** The card they are invited to, when it is about one. */
  elementId: id.nullable().default(null),
  line: proseOrNothing(300),
  daysAgo,
  answer: z
    .object({ answer: invitationAnswer, line: proseOrNothing(300), askAfterInDays: inDays.nullable().default(null), daysAgo })
    .nullable()
    .default(null),
});
const turn = z.object({ by: id, state: initiativeState, because: proseOrNothing(300), daysAgo });

/** One card of the board. What `values` leaves out comes from the kind; `days` holds its calendar days, counted from the moment of seeding. */
export const demoElement = z
  .object({
    id,
    by: id,
    daysAgo,
    kind: z.string(),
    state: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    days: z.record(z.string(), inDays).default({}),
  })
  .superRefine((written, context) => {
    const why = whyNoCard(written.kind, wholeCard(written));
    if (why !== null) context.addIssue({ code: 'custom', message: `${written.id}: ${why}`, input: written });
  });

const endorsement = z.object({ by: id, office, reason: prose(500), daysAgo });
const pledge = z.object({
  id,
  by: id,
  kind: pledgeKind,
  what: prose(300),
  untilInDays: inDays,
  daysAgo,
  /** Where it stands, told on the way; the day it is moved to, when it is. */
  news: z.array(z.object({ id, line: prose(300), untilInDays: inDays.nullable().default(null), daysAgo })).default([]),
  end: z
    .object({ state: pledgeEnd, why: proseOrNothing(500), daysAgo, confirmedBy: id.nullable() })
    .nullable()
    .default(null),
});
/** A room to test: asked for or offered, and how far it has come. */
const room = z.object({
  id,
  /** The sponsor. */
  by: id,
  asked: z
    .object({ by: id, message: prose(500), daysAgo })
    .nullable()
    .default(null),
  what: prose(500),
  where: prose(200),
  safe: z.array(prose(160)).length(3),
  callMe: prose(300),
  untilInDays: inDays,
  daysAgo,
  accepted: z.object({ by: id, daysAgo }).nullable().default(null),
  /** The test it covers, once it is accepted: the id of one of this board's elements. */
  test: id.nullable().default(null),
});
const ask = z.object({
  id,
  /** The blocker it is about: the id of one of this board's elements. */
  elementId: id,
  by: id,
  to: id,
  level: askLevel.default('team'),
  message: prose(1000),
  daysAgo,
  /** Whom the first person took it to. */
  handOver: z
    .object({ to: id, line: proseOrNothing(1000), daysAgo })
    .nullable()
    .default(null),
  /** Announced by a co-owner after ten silent days; a day later it goes there. */
  stepUp: z
    .object({ by: id, to: id, reason: prose(500), daysAgo })
    .nullable()
    .default(null),
  /** Null: nobody has answered yet, and the clock runs. Who has it by then answers. */
  answer: z
    .object({ answer: askAnswer, line: proseOrNothing(1000), office: proseOrNothing(200), byInDays: inDays.nullable().default(null), daysAgo })
    .nullable()
    .default(null),
  /** What would make a refused ask possible. */
  possible: z.array(z.object({ id, by: id, line: prose(300), daysAgo })).default([]),
});

/** The proposal of a decision card, put to everybody on the board. */
const proposal = z.object({
  id,
  elementId: id,
  by: id,
  byWhenInDays: inDays,
  daysAgo,
  answers: z.array(z.object({ by: id, answer: decisionAnswer, because: proseOrNothing(1000), daysAgo })),
  /** Null: it is still open. */
  end: z
    .object({ by: id, outcome: decisionOutcome, why: prose(1000), daysAgo })
    .nullable()
    .default(null),
});

const told = z.object({
  initiativeId: id,
  elementId: id,
  by: id,
  story: proseOrNothing(1000),
  waitCost: proseOrNothing(1000),
  tried: proseOrNothing(1000),
  daysAgo,
});

/** Blockers of several initiatives that stand in one system ask; the first of them raised it. */
export const demoSystemAsk = z.object({
  id,
  cause: prose(200),
  kind: blockerKind,
  forum: proseOrNothing(200),
  heardInDays: inDays.nullable().default(null),
  joined: z.array(told).min(2),
  sponsor: z.object({ by: id, daysAgo }).nullable().default(null),
});

export const demoInitiative = z.object({
  id,
  label: z.literal(illustrativeLabel),
  language,
  title: prose(120),
  purpose: prose(purposeLimit),
  /** Paragraphs that follow the purpose sentence on the board. */
  purposeMore: z.array(prose(800)).min(2),
  forWhom: prose(200),
  siteIds: z.array(id).min(1),
  /** Sparks of the wall it was lit from; they are the first cards of its board. */
  beganWith: z.array(id).min(1),
  litBy: id,
  litDaysAgo: daysAgo,
  /** The state it is in today; `turns` say how it came there. */
  state: initiativeState,
  turns: z.array(turn),
  team: z.array(seatTaken).min(3),
  invitations: z.array(invitation).default([]),
  elements: z.array(demoElement),
  endorsements: z.array(endorsement),
  pledges: z.array(pledge),
  rooms: z.array(room).default([]),
  asks: z.array(ask),
  proposals: z.array(proposal).default([]),
});

export const demoContent = z.object({
  place: demoPlace,
  people: z.array(demoPerson),
  sparks: z.array(demoSpark),
  initiatives: z.array(demoInitiative),
  systemAsks: z.array(demoSystemAsk),
});

export type DemoPlace = z.infer<typeof demoPlace>;
export type DemoPerson = z.infer<typeof demoPerson>;
export type DemoSpark = z.infer<typeof demoSpark>;
export type DemoElement = z.infer<typeof demoElement>;
export type DemoInitiative = z.infer<typeof demoInitiative>;
export type Demo = z.infer<typeof demoContent>;

/** The same before defaults are filled in, as the content files write it. */
export type PlaceWritten = z.input<typeof demoPlace>;
export type PersonWritten = z.input<typeof demoPerson>;
export type SparkWritten = z.input<typeof demoSpark>;
export type InitiativeWritten = Omit<z.input<typeof demoInitiative>, 'elements'> & { elements: ElementWritten[] };

/** A card as the content files write it: the compiler knows the states and fields of each kind. */
type ElementWritten = CardOf<NewElement>;
type CardOf<E> = E extends { kind: infer K; state?: infer S; values?: infer V }
  ? { id: string; by: string; daysAgo: number; kind: K; state: NonNullable<S>; values: NonNullable<V>; days?: Record<string, number> }
  : never;

interface Written {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly days: Readonly<Record<string, number>>;
}

/** The card with every field of its kind, so that the kind itself can judge it; unless told otherwise, every day is the same example. */
export function wholeCard({ id: cardId, kind, state, values, days }: Written, dayIn: (days: number) => string = () => '2027-06-12'): unknown {
  const definition = kindNamed(kind);
  const empty = Object.entries(definition?.fields ?? {}).map(
    ([name, field]) => [name, field.type === 'line' || field.type === 'text' ? '' : null] as const,
  );
  const dated = Object.entries(days).map(([name, count]) => [name, dayIn(count)] as const);
  const whole: Record<string, unknown> = { ...Object.fromEntries<unknown>(empty), ...definition?.defaults, ...values, ...Object.fromEntries(dated) };
  return { id: cardId, kind, position: 'V', state, archivedAt: null, values: whole };
}

function whyNoCard(kind: string, card: unknown): string | null {
  const parsed = parseElement(kind, card, 'kept');
  if (parsed === null) return `no kind called ${kind}`;
  return parsed.success ? null : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ');
}
