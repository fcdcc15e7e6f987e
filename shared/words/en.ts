/** The English catalogue: every sentence of the product, by area. Another language is another file of the same shape. */
import { activity } from './en/activity.ts';
import { asks } from './en/asks.ts';
import { bringIn } from './en/bring-in.ts';
import { board } from './en/board.ts';
import { earlierDays } from './en/earlier-days.ts';
import { boardExport } from './en/board-export.ts';
import { endorsements } from './en/endorsements.ts';
import { initiatives } from './en/initiatives.ts';
import { invites } from './en/invites.ts';
import { kinds, sections } from './en/kinds.ts';
import { mail } from './en/mail.ts';
import { people } from './en/people.ts';
import { peoplePage } from './en/people-page.ts';
import { placePage } from './en/place-page.ts';
import { pledges } from './en/pledges.ts';
import { sparks } from './en/sparks.ts';
import { signIn } from './en/sign-in.ts';
import { sponsor } from './en/sponsor.ts';
import { start } from './en/start.ts';
import { field, problem, why } from './en/problem.ts';
import { refused } from './en/refused.ts';
import { shell } from './en/shell.ts';

export const en = {
  activity,
  asks,
  bringIn,
  board,
  earlierDays,
  boardExport,
  endorsements,
  field,
  initiatives,
  invites,
  kinds,
  mail,
  people,
  peoplePage,
  placePage,
  pledges,
  problem,
  start,
  refused,
  sections,
  why,
  shell,
  signIn,
  sparks,
  sponsor,
} as const;
