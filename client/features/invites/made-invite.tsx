import { useEffect, useRef, useState } from 'react';
import { addresses } from '#client/app/addresses.ts';
import type { Calls } from '#client/api/call.ts';
import { usePlace } from '#client/api/me.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Card } from '#client/ui/card.tsx';
import { Actions } from '#client/ui/form.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { say } from '#shared/words/say.ts';
import css from './made-invite.module.css';
import { Poster } from './poster.tsx';
import { QrCode } from './qr-code.tsx';

export type Made = Awaited<ReturnType<Calls['invites']['make']>>;

/** A link that was just made: the only time its secret is shown. */
export function MadeInvite({ made, initiative, onDone }: { made: Made; initiative: { title: string; purpose: string } | null; onDone: () => void }) {
  const [copied, setCopied] = useState(false);
  const place = usePlace();
  const announce = useAnnounce();
  const title = useRef<HTMLHeadingElement>(null);
  const line = useRef<HTMLInputElement>(null);
  const link = location.origin + addresses.join(made.secret);
  useEffect(() => title.current?.focus(), [made]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
      announce(say('invites.made-copied'));
    } catch {
      line.current?.select();
      announce(say('shell.copy-by-hand'));
    }
  }
  return (
    <>
      <Card as="section" tone="ember" labelledBy="made">
        <h2 id="made" ref={title} tabIndex={-1}>
          {say('invites.made-title')}
        </h2>
        <p>{say('invites.made-once')}</p>
        <div className={css['made']}>
          <QrCode text={link} label={say('invites.made-qr')} />
          <div className={css['link']}>
            <TextLine label={say('invites.made-link')} value={link} onChange={() => undefined} inputRef={line} />
            <Actions>
              <Act onClick={() => void copy()}>{say(copied ? 'invites.made-copied' : 'invites.made-copy')}</Act>
              <Act tone="plain" onClick={() => print()}>
                {say('invites.made-print')}
              </Act>
              <Act tone="quiet" onClick={onDone}>
                {say('invites.made-hide')}
              </Act>
            </Actions>
          </div>
        </div>
      </Card>
      <Poster placeName={place?.name ?? ''} initiative={initiative} link={link} until={made.invite.expiresAt} />
    </>
  );
}
