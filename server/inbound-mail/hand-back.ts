/** A reply that was not posted goes back to the person whose letter was replied to, at their own address: no stranger ever gets a letter by writing to us. */
import type { ProblemBody } from '#shared/lib/problem.ts';
import type { App } from '../context.ts';
import type { NoticeRow } from '../features/notices/store.ts';
import type { Because } from '../outbox/tables.ts';

type Parts = Pick<App, 'db' | 'clock' | 'outbox'>;

/** @param returned the reply's own id is the letter's: a mail that comes twice comes back once */
export async function handBack(app: Parts, notice: NoticeRow, returned: { id: string; words: string; problem: ProblemBody }): Promise<void> {
  const { id, words, problem } = returned;
  const [wrong = problem] = problem.fields ?? [];
  await write(app, notice, { id, words, because: { reason: wrong.reason, values: { ...wrong.values } } });
}

export const withoutFiles = 'mail.files-lead';

/** The words are posted; what was attached was left out. */
export async function sayWithoutFiles(app: Parts, notice: NoticeRow, id: string): Promise<void> {
  await write(app, notice, { id, words: '', because: { reason: withoutFiles, values: {} } });
}

async function write({ db, clock, outbox }: Parts, { personId, id: noticeId }: NoticeRow, said: { id: string; words: string; because: Because }) {
  const { id, because } = said;
  const words = said.words === '' ? null : said.words;
  await db.transact((tx) =>
    outbox.add(tx, [{ id, kind: 'returned', personId, noticeId, secretAddress: null, words, because, createdAt: clock.now() }]),
  );
}
