/** Ids: 126 random bits in 21 URL-safe characters. Passed in as `NewId`, so that tests and seeds can fix them. */
import { nanoid } from 'nanoid';
import { z } from 'zod';

export type NewId = () => string;

export function newId(): string {
  return nanoid(21);
}

export const id = z.string().regex(/^[A-Za-z0-9_-]{10,40}$/, { error: 'field.id' });
