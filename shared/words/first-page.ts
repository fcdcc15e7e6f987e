/** The catalogue a browser begins with, in place of `en.ts`: see "imports" in package.json. */
import { enFirst } from './en-first.ts';

export const en = enFirst;
