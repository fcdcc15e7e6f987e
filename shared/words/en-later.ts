/** The sentences of every other screen, and of letters. A new area is a file in `en/` and a line here. */
import { activity } from './en/activity.ts';
import { asks } from './en/asks.ts';
import { audit } from './en/audit.ts';
import { bringIn } from './en/bring-in.ts';
import { board } from './en/board.ts';
import { decisions } from './en/decisions.ts';
import { earlierDays } from './en/earlier-days.ts';
import { boardExport } from './en/board-export.ts';
import { endorsements } from './en/endorsements.ts';
import { initiatives } from './en/initiatives.ts';
import { invites } from './en/invites.ts';
import { kinds, sections } from './en/kinds.ts';
import { leadership } from './en/leadership.ts';
import { makeRoom } from './en/make-room.ts';
import { mail } from './en/mail.ts';
import { notices } from './en/notices.ts';
import { noticesPage } from './en/notices-page.ts';
import { peoplePage } from './en/people-page.ts';
import { placePage } from './en/place-page.ts';
import { pledges } from './en/pledges.ts';
import { rooms } from './en/rooms.ts';
import { signIn } from './en/sign-in.ts';
import { sponsor } from './en/sponsor.ts';
import { start } from './en/start.ts';
import { systemAsks } from './en/system-asks.ts';
import { waits } from './en/waits.ts';
import { refused } from './en/refused.ts';

export const enLater = {
  activity,
  asks,
  audit,
  board,
  boardExport,
  bringIn,
  decisions,
  earlierDays,
  endorsements,
  initiatives,
  invites,
  kinds,
  leadership,
  mail,
  makeRoom,
  notices,
  noticesPage,
  peoplePage,
  placePage,
  pledges,
  refused,
  rooms,
  sections,
  signIn,
  sponsor,
  start,
  systemAsks,
  waits,
} as const;
