/** The English catalogue: every sentence of the product, by area. Another language is another file of the same shape. */
import { activity } from './en/activity.ts';
import { bringIn } from './en/bring-in.ts';
import { boardExport } from './en/board-export.ts';
import { kinds, sections } from './en/kinds.ts';
import { mail } from './en/mail.ts';
import { people } from './en/people.ts';
import { start } from './en/start.ts';
import { field, problem, why } from './en/problem.ts';
import { refused } from './en/refused.ts';
import { shell } from './en/shell.ts';

export const en = {
  activity,
  bringIn,
  boardExport,
  field,
  kinds,
  mail,
  people,
  problem,
  start,
  refused,
  sections,
  why,
  shell,
} as const;
