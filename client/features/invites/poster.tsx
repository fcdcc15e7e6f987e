import { createPortal } from 'react-dom';
import { day } from '#client/ui/dates.ts';
import { firstLine } from '#client/ui/first-line.ts';
import { say } from '#shared/words/say.ts';
import css from './poster.module.css';
import { QrCode } from './qr-code.tsx';

export interface PosterProps {
  placeName: string;
  initiative: { title: string; purpose: string } | null;
  link: string;
  /** ISO instant. */
  until: string;
}

/** A sheet for the wall: the screen shows the page, paper shows this. It stands beside the app, so that printing can leave the rest out. */
export function Poster({ placeName, initiative, link, until }: PosterProps) {
  return createPortal(
    <div className={`kindling-poster ${css['poster']}`} aria-hidden>
      <p className={css['place']}>{placeName}</p>
      <p className={css['title']}>{initiative?.title ?? say('invites.poster-what')}</p>
      {initiative && <p className={css['purpose']}>{firstLine(initiative.purpose)}</p>}
      <div className={css['code']}>
        <QrCode text={link} label={say('invites.made-qr')} />
      </div>
      <p className={css['scan']}>{say('invites.poster-scan')}</p>
      <p className={css['easy']}>{say('invites.poster-no-account')}</p>
      <p className={css['small']}>{say('invites.poster-until', { day: day(until) })}</p>
    </div>,
    document.body,
  );
}
