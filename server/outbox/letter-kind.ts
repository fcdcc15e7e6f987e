import { z } from 'zod';

/** What a letter is about: one notice, what moved since the last digest, or a reply that came back to whoever wrote it. `push` is no letter: one notice, to one browser. */
export const letterKind = z.enum(['notice', 'digest', 'returned', 'push']);
export type LetterKind = z.infer<typeof letterKind>;
