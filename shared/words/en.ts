/** The English catalogue: every sentence of the product, by area. Another language is another file of the same shape. */
import { field, problem, why } from './en/problem.ts';

export const en = {
  field,
  problem,
  why,
} as const;
