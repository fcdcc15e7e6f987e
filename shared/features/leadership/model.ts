/** The leadership mirror: how leading is shared in a team, for the team itself. Never about one person, but to that person. */
import { z } from 'zod';
import { day } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { perspective } from '../people/model.ts';
import { actKinds, figureNames, questionNames } from './kinds.ts';

/** Shares go out in steps of a twentieth, other figures as coarse as they are said: what is not on the screen is not on the line. */
const share = z.number().min(0).max(1);
const count = z.number().int().nonnegative();
const actKind = z.enum(actKinds);

export const figure = z.object({ name: z.enum(figureNames), value: z.number() });
export type Figure = z.infer<typeof figure>;

const perspectiveShare = z.object({ perspective, shares: z.object({ people: share, acts: share }).nullable() });

export const picture = z.object({
  dots: count,
  lines: z.array(z.object({ a: count, b: count, both: z.boolean() })),
  bands: z.array(z.object({ from: count, to: count.nullable(), people: count })),
});
export type MirrorPicture = z.infer<typeof picture>;

export const shownMirror = z.object({
  state: z.literal('shown'),
  /** Whole weeks: the first day that counts, and the last. */
  from: day,
  to: day,
  /** People who are in it, silent ones too; how many of them acted; how many more asked not to be counted. */
  people: count,
  active: count,
  leftOut: count,
  fewActs: z.boolean(),
  /** "As if so many people shared it equally." Never below two. */
  leaders: count,
  perspectives: z.discriminatedUnion('state', [
    z.object({ state: z.literal('shown'), items: z.array(perspectiveShare) }),
    /** under-ten: too few people; moved: somebody took another seat since, which would give them away. */
    z.object({ state: z.enum(['under-ten', 'moved']) }),
  ]),
  /** Null until five people have built on each other. */
  picture: picture.nullable(),
  figures: z.array(figure),
  /** Kinds of acts that five people or more have done. */
  shared: z.array(actKind),
  questions: z.array(z.enum(questionNames)).length(3),
});
export type ShownMirror = z.infer<typeof shownMirror>;

/** few: under five people have acted. waiting: enough have, but the week is not over, or five have not acted since somebody's choice. */
export const mirror = z.discriminatedUnion('state', [
  shownMirror,
  z.object({ state: z.literal('few'), active: count }),
  z.object({ state: z.literal('waiting'), next: day }),
]);
export type Mirror = z.infer<typeof mirror>;

/** What the viewer did themselves; only they are told. */
export const trace = z.object({
  acts: z.array(z.object({ kind: actKind, count })),
  buildsOn: count,
  builtOnBy: count,
});
export type Trace = z.infer<typeof trace>;

export const leadership = z.object({
  initiative: z.object({ id, title: z.string() }),
  /** The last 13 weeks. */
  near: mirror,
  /** All of it; null where it is the same. */
  whole: mirror.nullable(),
  mine: trace,
  /** Whether the viewer is counted. */
  counted: z.boolean(),
});
export type Leadership = z.infer<typeof leadership>;

export const leadershipChoice = z.object({ counted: z.boolean() });
