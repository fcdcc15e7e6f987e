/** The letter with what moved since the last one. */
import { speechOf } from '#shared/words/say-in.ts';
import type { Letter } from '../../../adapters/mail.ts';
import type { App } from '../../../context.ts';
import type { Block } from '../../../letters/blocks.ts';
import type { LetterRow } from '../../../outbox/store.ts';
import { foot, stopAddress } from '../letters/foot.ts';
import { placeName } from '../store.ts';
import { letterReader } from '../wishes/store.ts';
import { digestFor, type Part } from './content.ts';

/** Null when there is nobody to read it any more, or nothing left to tell. */
export async function digestLetter(app: Pick<App, 'db' | 'url' | 'config'>, row: LetterRow): Promise<Letter | null> {
  const { db, url } = app;
  const reader = await letterReader(db, row.personId);
  if (reader === null || reader.wishes.digest === 'never' || row.since === null) return null;
  const speech = speechOf(reader.language);
  const { say } = speech;
  const parts = await digestFor(db, speech, reader.personId, { since: row.since, until: row.createdAt });
  if (parts.length === 0) return null;
  const quiet = { what: 'digest' } as const;
  const stop = stopAddress(app, reader.personId, quiet);
  const blocks: Block[] = [
    { is: 'line', text: say('mail.hello', { name: reader.name }) },
    { is: 'line', text: say(`mail.digest-lead-${reader.wishes.digest}`) },
    ...parts.flatMap((part) => blocksOfPart(part, say, url)),
    foot(app, speech, { why: say('mail.digest-why'), quiet, stop }),
  ];
  const subject = say('mail.digest-subject', { place: await placeName(db) });
  return { id: row.id, to: reader.email, subject, language: reader.language, blocks, unsubscribe: stop };
}

function blocksOfPart({ initiative, sentences, more }: Part, say: ReturnType<typeof speechOf>['say'], url: string): Block[] {
  const items = more === 0 ? sentences : [...sentences, say('mail.digest-more', { count: more })];
  const list: Block[] = [
    { is: 'heading', text: initiative?.title ?? say('mail.digest-for-you') },
    { is: 'list', items },
  ];
  const open = { label: say(initiative === null ? 'mail.open-other' : 'mail.digest-open') };
  return [...list, { is: 'link', ...open, url: initiative === null ? `${url}/notices` : `${url}/initiatives/${initiative.id}` }];
}
