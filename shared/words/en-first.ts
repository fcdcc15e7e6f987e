/** What the first page says; a browser has it from the start. Other areas come with the first screen that is not the wall (`en-later.ts`). */
import { people } from './en/people.ts';
import { sparks } from './en/sparks.ts';
import { field, problem, why } from './en/problem.ts';
import { shell } from './en/shell.ts';

export const enFirst = { field, people, problem, shell, sparks, why } as const;
