/** The English catalogue: every sentence of the product, by area. Another language is another file of the same shape. */
import { enFirst } from './en-first.ts';
import { enLater } from './en-later.ts';

export const en = { ...enFirst, ...enLater } as const;
