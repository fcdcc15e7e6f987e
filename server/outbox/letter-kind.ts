import { z } from 'zod';

/** What a letter is about: one notice, what moved since the last digest, or a reply that came back to whoever wrote it. */
export const letterKind = z.enum(['notice', 'digest', 'returned']);
export type LetterKind = z.infer<typeof letterKind>;
