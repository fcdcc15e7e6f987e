/** What an id looks like; `newId` makes one. */
import { z } from 'zod';

export { newId, type NewId } from './new-id.ts';

export const id = z.string().regex(/^[A-Za-z0-9_-]{10,40}$/, { error: 'field.id' });
