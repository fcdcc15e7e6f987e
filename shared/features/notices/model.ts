/** Notices: what a person is told of, and how they want to be told. */
import { z } from 'zod';
import { instant } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { language } from '../../lib/language.ts';
import { digestRhythms, noticeWhys, pushWordings } from './why.ts';

export const noticeWhy = z.enum(noticeWhys);
export const digestRhythm = z.enum(digestRhythms);
export const pushWords = z.enum(pushWordings);

export const notice = z.object({
  id,
  why: noticeWhy,
  /** The sentence is `notices.<what>` with these values. */
  what: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  initiativeId: id.nullable(),
  /** A path in the app. */
  address: z.string(),
  at: instant,
  seen: z.boolean(),
});
export type Notice = z.infer<typeof notice>;

export const noticePage = z.object({ items: z.array(notice), next: z.string().nullable(), unseen: z.number().int() });
export type NoticePage = z.infer<typeof noticePage>;

/** An IANA name this machine knows. */
export const timeZone = z.string().max(60).refine(isTimeZone, 'field.unknown');

export const wishes = z.object({
  /** Letters at once. */
  mail: z.boolean(),
  digest: digestRhythm,
  /** The hour of the digest, where the person is. */
  hour: z.number().int().min(0).max(23),
  timeZone,
  language: language.nullable(),
});
export type Wishes = z.infer<typeof wishes>;

export const myWishes = wishes.extend({
  /** Where letters go; null for a guest, who can have none. */
  email: z.string().nullable(),
  muted: z.array(z.object({ id, title: z.string() })),
});
export type MyWishes = z.infer<typeof myWishes>;

/** What a browser says of itself when it subscribes. */
export const pushDevice = z.object({
  endpoint: z.url({ protocol: /^https$/, error: 'field.type' }).max(1000),
  p256dh: z.string().regex(/^[\w-]{87}$/, 'field.type'),
  auth: z.string().regex(/^[\w-]{22}$/, 'field.type'),
  words: pushWords,
});

/** `key` is what a browser subscribes with; null when nothing is pushed here. `words` is null unless this browser, in this session, is told. */
export const myPush = z.object({ key: z.string().nullable(), words: pushWords.nullable() });
export type MyPush = z.infer<typeof myPush>;

/** The token of a link in a letter. */
export const quietToken = z.string().min(10).max(400);
export const quietLook = z.object({
  what: z.enum(['initiative', 'letters', 'digest']),
  /** The initiative's title. */
  title: z.string().nullable(),
  quiet: z.boolean(),
});
export type QuietLook = z.infer<typeof quietLook>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
