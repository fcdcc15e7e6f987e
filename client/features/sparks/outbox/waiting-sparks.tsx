import { useEffect, useState } from 'react';
import { say } from '#shared/words/say.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { KeptWords } from '#client/ui/kept-words.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { problemSentence } from '#client/ui/problem-sentences.ts';
import { freshMs, type Outbox, type Shown, type Waiting } from './outbox.ts';

/** What has just arrived, and what still waits on this device or was refused: nothing somebody wrote is ever out of sight. */
export function WaitingSparks({ waiting, state, tabOnly, sent, outbox }: Shown & { outbox: Outbox }) {
  return (
    <>
      <Arrived sent={sent} />
      {waiting.map((one) =>
        one.problem === null ? (
          <OnItsWay key={one.post.id} one={one} {...{ state, tabOnly, outbox }} />
        ) : (
          <Refused key={one.post.id} one={one} outbox={outbox} />
        ),
      )}
    </>
  );
}

/** Said of what arrived since this screen opened. */
function Arrived({ sent }: { sent: Shown['sent'] }) {
  const [before] = useState(sent.length);
  const announce = useAnnounce();
  const last = sent.length > before ? sent.at(-1) : undefined;
  const sentence = last === undefined ? null : last.unnamed ? say('sparks.posted-unnamed') : say('sparks.posted');
  useEffect(() => {
    if (sentence !== null) announce(sentence);
  }, [announce, sentence, sent.length]);
  if (last === undefined || sentence === null) return null;
  return (
    <Notice
      title={sentence}
      actions={
        <LinkAct to={addresses.spark(last.id)} tone="plain">
          {say('sparks.posted-read')}
        </LinkAct>
      }
    />
  );
}

function OnItsWay({ one, state, tabOnly, outbox }: { one: Waiting; state: Shown['state']; tabOnly: boolean; outbox: Outbox }) {
  const { person } = useMe();
  const isOlder = one.who === null && person !== null && systemClock.now().getTime() - new Date(one.at).getTime() >= freshMs;
  if (isOlder) return <Older one={one} who={person.id} outbox={outbox} />;
  const actions =
    state === 'sign-in' ? (
      <LinkAct to={addresses.signIn(addresses.wall())}>{say('sparks.sign-in-to-send')}</LinkAct>
    ) : (
      state === 'offline' && (
        <Act tone="plain" onClick={() => void outbox.flush()}>
          {say('sparks.outbox-try')}
        </Act>
      )
    );
  return (
    <Notice tone={state === 'sending' ? 'plain' : 'ember'} live="polite" title={sentenceOf(state, tabOnly)} actions={actions}>
      <p>{firstLine(one.post.text)}</p>
    </Notice>
  );
}

function Older({ one, who, outbox }: { one: Waiting; who: string; outbox: Outbox }) {
  const { id, text } = one.post;
  function send() {
    outbox.claim(id, who);
    void outbox.flush();
  }
  const actions = (
    <>
      <Act tone="plain" onClick={send}>
        {say('sparks.outbox-mine')}
      </Act>
      <Act tone="quiet" onClick={() => outbox.drop(id)}>
        {say('sparks.outbox-drop')}
      </Act>
    </>
  );
  return (
    <Notice tone="ember" title={say('sparks.outbox-older')} actions={actions}>
      <p>{firstLine(text)}</p>
    </Notice>
  );
}

function Refused({ one, outbox }: { one: Waiting; outbox: Outbox }) {
  if (one.problem === null) return null;
  return (
    <Notice tone="care" live="assertive" title={problemSentence(one.problem)}>
      <KeptWords words={one.post.text} onDone={() => outbox.drop(one.post.id)} />
    </Notice>
  );
}

function sentenceOf(state: Shown['state'], tabOnly: boolean): string {
  if (state === 'sign-in') return say('sparks.outbox-sign-in');
  if (state === 'sending') return say('sparks.outbox-sending');
  if (tabOnly) return say('sparks.outbox-tab-only');
  return navigator.onLine ? say('sparks.outbox-later') : say('sparks.outbox-offline');
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
