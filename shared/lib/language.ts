/** The languages letters are written in. Screens are in English so far. */
import { z } from 'zod';

export const languages = ['en', 'nl'] as const;
export const language = z.enum(languages);
export type Language = z.infer<typeof language>;
