/** System asks: blockers of one kind and cause, gathered from several initiatives and taken where none of them can go alone. */
import { z } from 'zod';
import { blocker } from '../../elements/blocker/kind.ts';
import { day, instant, maybeProse, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { seat } from '../../policy/facts.ts';
import { personCard } from '../people/model.ts';
import { causeMax, forumMax, systemAnswers, toldMax } from './answers.ts';

export const blockerKind = z.enum(blocker.fields.blockerKind.choices);
export type BlockerKind = z.infer<typeof blockerKind>;
export const systemAnswer = z.enum(systemAnswers);

/** What a team tells when its blocker joins. */
const told = {
  /** A short story: what it does to us. */
  story: proseOrNothing(toldMax),
  /** What it costs to wait. */
  waitCost: proseOrNothing(toldMax),
  tried: proseOrNothing(toldMax),
};

const knownBlocker = { initiative: z.object({ id, title: z.string() }), elementId: id, title: z.string() };

/** A blocker that stands in a system ask, with what its team tells. */
export const joinedBlocker = z.object({
  ...knownBlocker,
  /** How the card stands now; null when it can no longer be found. */
  state: z.string().nullable(),
  story: z.string(),
  waitCost: z.string(),
  tried: z.string(),
  joinedBy: z.string(),
  at: instant,
  /** The viewer's seat in its initiative. */
  mySeat: seat.nullable(),
});
export type JoinedBlocker = z.infer<typeof joinedBlocker>;

export const systemAsk = z.object({
  id,
  /** One sentence. */
  cause: z.string(),
  kind: blockerKind,
  raisedBy: z.string(),
  at: instant,
  /** Where it will be heard, and on which day. */
  forum: z.string(),
  heardOn: day.nullable(),
  /** Who takes it there; said by themselves. */
  sponsor: personCard.nullable(),
  sponsoredAt: instant.nullable(),
  answer: systemAnswer.nullable(),
  answerLine: z.string(),
  /** What happens next. */
  next: z.string(),
  answeredAt: instant.nullable(),
  blockers: z.array(joinedBlocker),
  /** The viewer takes it there. */
  toMe: z.boolean(),
  /** The viewer's highest seat in the initiatives whose blockers stand in it. */
  mySeat: seat.nullable(),
});
export type SystemAsk = z.infer<typeof systemAsk>;

/** An open blocker on some board. */
export const openBlocker = z.object({ ...knownBlocker, kind: blockerKind.nullable() });
export type OpenBlocker = z.infer<typeof openBlocker>;

export const systemAskRaise = z.object({
  /** The initiative the first blocker stands in. */
  id,
  systemAskId: id,
  elementId: id,
  cause: prose(causeMax),
  kind: blockerKind,
  forum: proseOrNothing(forumMax),
  heardOn: day.nullable().default(null),
  ...told,
});

export const systemAskJoin = z.object({ id, initiativeId: id, elementId: id, ...told });
export const systemAskLeave = z.object({ id, initiativeId: id, elementId: id });

export const systemAskChange = z.object({ cause: prose(causeMax), forum: maybeProse(forumMax), heardOn: day.nullable() }).partial();

export const systemAskReply = z
  .object({ id, answer: systemAnswer, line: prose(toldMax), next: proseOrNothing(toldMax) })
  .refine((reply) => reply.answer === 'no' || reply.next !== '', { error: 'field.required', path: ['next'] });

/** What is like a blocker: where it could join, and whose blockers could join it. */
export const blockersLike = z.object({
  systemAsks: z.array(z.object({ id, cause: z.string(), kind: blockerKind, blockers: z.number().int(), alike: z.boolean() })),
  blockers: z.array(openBlocker),
});
export type BlockersLike = z.infer<typeof blockersLike>;
