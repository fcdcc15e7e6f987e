/** Ids: 126 random bits in 21 URL-safe characters. Passed in as `NewId`, so that tests and seeds can fix them. Apart from their schema, which the first page does without. */
import { nanoid } from 'nanoid';

export type NewId = () => string;

export function newId(): string {
  return nanoid(21);
}

/** A wait of about so long, from half of it to half as much again: so that those who were sent away together do not come back together. */
export function aroundMs(ms: number): number {
  return ms * (0.5 + Math.random());
}
