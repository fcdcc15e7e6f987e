/** Sparks: something somebody noticed that could be better; kindled with five sentences, answered with plain comments. */
import { z } from 'zod';
import { day, instant, page, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { perspective, perspectives } from '../people/model.ts';
import { helpAmounts, longestSpark, sentences, sparkKinds, sparkNamesShown, sparkStates } from './kinds.ts';

export const sparkKind = z.enum(sparkKinds);
export type SparkKind = z.infer<typeof sparkKind>;
export const sparkState = z.enum(sparkStates);
export type SparkState = z.infer<typeof sparkState>;
/** How the author shows on one spark; unnamed keeps no author anywhere. */
export const sparkNameShown = z.enum(sparkNamesShown);
export type SparkNameShown = z.infer<typeof sparkNameShown>;

/** The five sentences; not votes. */
export const sentence = z.enum(sentences);
export type Sentence = z.infer<typeof sentence>;
/** How much somebody can help; an hour unless they say otherwise. */
export const helpAmount = z.enum(helpAmounts);
export type HelpAmount = z.infer<typeof helpAmount>;

/** Who a spark shows as its author. A role-only author is not named by id either. */
export const sparkAuthor = z.discriminatedUnion('shown', [
  z.object({ shown: z.literal('name'), personId: id, label: z.string(), title: z.string().nullable() }),
  z.object({ shown: z.literal('role'), label: z.string() }),
  z.object({ shown: z.literal('unnamed') }),
]);

export const kindling = z.object({
  sentence,
  line: z.string(),
  amount: helpAmount.nullable(),
  by: z.string(),
  perspectives: z.array(perspective),
  mine: z.boolean(),
  at: instant,
});
export type Kindling = z.infer<typeof kindling>;

/** What a spark has, never a total: how many said each sentence, from how many sites, which perspectives are there. */
export const sparkHas = z.object({
  sentences: z.record(sentence, z.number().int()),
  sites: z.number().int(),
  perspectives: z.array(perspective),
});
export type SparkHas = z.infer<typeof sparkHas>;

export const sparkCard = z.object({
  id,
  kind: sparkKind,
  title: z.string(),
  /** All of it on the spark's own page; on the wall the beginning of a long one. */
  body: z.string(),
  siteId: id.nullable(),
  state: sparkState,
  author: sparkAuthor,
  /** The name of the file it was brought in from: its words are somebody else's, so it has no author here. */
  broughtInFrom: z.string().nullable(),
  perspectives: z.array(perspective),
  mine: z.boolean(),
  createdAt: instant,
  /** Whole days without a reply from another person; null once somebody replied. */
  waitingDays: z.number().int().nullable(),
  has: sparkHas,
  comments: z.number().int(),
  /** My own sentences on it. */
  mySentences: z.array(sentence),
});
export type SparkCard = z.infer<typeof sparkCard>;

export const sparkComment = z.object({
  id,
  text: z.string(),
  by: z.string(),
  personId: id,
  /** Whom it is written to by name, as they show now. */
  to: z.array(z.string()),
  mine: z.boolean(),
  at: instant,
  withdrawn: z.boolean(),
});
export type SparkComment = z.infer<typeof sparkComment>;

export const spark = sparkCard.extend({
  editedAt: instant.nullable(),
  kindlings: z.array(kindling),
  replies: z.array(sparkComment),
  /** Initiatives this spark began. */
  initiatives: z.array(z.object({ id, title: z.string() })),
});
export type Spark = z.infer<typeof spark>;

/** The whole text as written in the one box: the first line becomes the title. */
export const sparkText = prose(longestSpark);

/** The id is made on the device, so that a spark sent twice from an outbox is posted once. */
export const sparkPost = z.object({
  id,
  text: sparkText,
  kind: sparkKind,
  siteId: id.nullable(),
  nameShown: sparkNameShown,
  perspectives: perspectives.default([]),
});
export type SparkPost = z.infer<typeof sparkPost>;

/** The secret lets the author of an unnamed spark edit it; only the device has it. */
export const editSecret = z.string().regex(/^[A-Za-z0-9_-]{32,64}$/, 'field.id');
export const sparkEdit = z.object({ id, text: sparkText, kind: sparkKind, siteId: id.nullable(), editSecret: editSecret.optional() });

export const wallQuery = page.extend({
  search: z.string().max(200).default(''),
  siteId: id.optional(),
  kind: sparkKind.optional(),
  state: sparkState.optional(),
  perspective: perspective.optional(),
});
export type WallQuery = z.infer<typeof wallQuery>;

export const kindle = z.object({
  id,
  sentence,
  line: proseOrNothing(300),
  amount: helpAmount.nullable().default(null),
  /** How the kindler is in this. */
  perspectives: perspectives.default([]),
});
/** `mentions` are people written to by name: they are told at once. */
export const commentPost = z.object({ id, commentId: id, text: prose(2000), mentions: z.array(id).max(10).default([]) });

export const similarThing = z.object({ what: z.enum(['spark', 'initiative']), id, title: z.string(), state: z.string(), score: z.number() });
export type SimilarThing = z.infer<typeof similarThing>;

const column = z.string().max(220).nullable();
/** Which header of the file holds what. */
export const sparkColumns = z.object({ title: column, text: column, kind: column, site: column, created: column });
export const bringInFile = z.object({ name: prose(200), content: z.string().max(6_000_000, 'problem.too-large'), columns: sparkColumns.optional() });
export const badRow = z.object({ row: z.number().int(), field: z.string(), reason: z.string(), value: z.string() });
export const bringInPreview = z.object({
  headers: z.array(z.string()),
  columns: sparkColumns,
  good: z.number().int(),
  sample: z.array(z.object({ title: z.string(), body: z.string(), kind: sparkKind, site: z.string().nullable(), created: day.nullable() })).max(5),
  bad: z.array(badRow).max(500),
  badCount: z.number().int(),
  /** Good rows (the first of them) whose words may tell who somebody is, to look at before they come in. */
  mayIdentify: z.array(z.number().int()).max(100),
});
export type BringInPreview = z.infer<typeof bringInPreview>;
export const bringIn = z.object({ id, fileName: z.string(), at: instant, count: z.number().int(), undoneAt: instant.nullable(), mine: z.boolean() });
export type BringIn = z.infer<typeof bringIn>;
