/** The end of every letter: why it came, and how to stop such letters. */
import type { Speech } from '#shared/words/say-in.ts';
import type { App } from '../../../context.ts';
import type { Block } from '../../../letters/blocks.ts';
import { type Quiet, quietPath } from '../wishes/quiet-links.ts';

export type Place = Pick<App, 'url' | 'config'>;

export function foot({ url }: Place, { say }: Speech, { why, quiet, stop }: { why: string; quiet: Quiet; stop: string }): Block {
  const label = { initiative: say('mail.quiet-initiative'), letters: say('mail.quiet-letters'), digest: say('mail.quiet-digest') }[quiet.what];
  return {
    is: 'foot',
    text: why,
    links: [
      { label, url: stop },
      { label: say('mail.wishes'), url: `${url}/notices/wishes` },
    ],
  };
}

export function stopAddress({ url, config }: Place, personId: string, quiet: Quiet): string {
  return `${url}${quietPath(config.authSecret, { personId, quiet })}`;
}
