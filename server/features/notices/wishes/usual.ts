/** How somebody is told who has said nothing about it: letters at once, and a digest in the morning. */
import type { DigestRhythm } from '#shared/features/notices/why.ts';

export interface Wishes {
  /** Letters at once. */
  readonly mail: boolean;
  readonly digest: DigestRhythm;
  /** The hour of the day for the digest, where the person is. */
  readonly hour: number;
  readonly timeZone: string;
}

export const usual: Wishes = { mail: true, digest: 'daily', hour: 7, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
