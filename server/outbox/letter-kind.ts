import { z } from 'zod';

/** What a letter is about: one notice, or what moved since the last digest. */
export const letterKind = z.enum(['notice', 'digest']);
export type LetterKind = z.infer<typeof letterKind>;
