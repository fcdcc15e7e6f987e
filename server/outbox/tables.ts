/** Letters on their way. A row is written with what it tells of, in one transaction; the job sends it afterwards. */
import type { Kit } from '../db/kit.postgres.ts';
import { letterKind } from './letter-kind.ts';

export interface Because {
  readonly reason: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export function outboxTables(c: Kit) {
  const letter = c.table(
    'letter',
    {
      /** Its Message-ID too, made with the row: a letter sent again is the same letter. */
      id: c.id(),
      kind: c.oneOf(letterKind).notNull(),
      personId: c.text().notNull(),
      noticeId: c.text(),
      /** The browser a push goes to. */
      deviceId: c.text(),
      /** For a digest: what it tells of began here, and ended when the row was made. */
      since: c.instant(),
      /** Where its link leads when that holds a secret; gone once the letter is. */
      secretAddress: c.text(),
      /** What the acting person wrote, to be quoted; gone once the letter is. */
      words: c.text(),
      /** For a reply that came back: why, as a key of the catalogue. */
      because: c.json<Because>(),
      createdAt: c.instant().notNull(),
      /** When to try next; a node that takes a letter moves this ahead, which is its lease. Null once it is over. */
      dueAt: c.instant(),
      attempts: c.int().notNull(),
      /** Who has the lease. */
      takenBy: c.text(),
      sentAt: c.instant(),
      gaveUpAt: c.instant(),
    },
    (t) => [c.index('letter_due').on(t.dueAt)],
  );
  return { letter };
}
