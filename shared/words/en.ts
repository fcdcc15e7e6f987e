/** The English catalogue: every sentence of the product, by area. Another language is another file of the same shape. */
import { activity } from './en/activity.ts';
import { field, problem, why } from './en/problem.ts';
import { shell } from './en/shell.ts';

export const en = {
  activity,
  field,
  problem,
  why,
  shell,
} as const;
