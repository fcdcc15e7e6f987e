/** The closed lists of sparks, apart from their schemas so that the first page loads them without zod. */

/** A need without an idea is welcome. */
export const sparkKinds = ['need', 'idea'] as const;
export const sparkStates = ['open', 'lit', 'withdrawn'] as const;
export const sparkNamesShown = ['name', 'role', 'unnamed'] as const;
/** The five sentences, in the order they are offered. */
export const sentences = ['see-too', 'have-tried', 'can-help', 'know-someone', 'affects-me'] as const;
/** An hour unless they say otherwise. */
export const helpAmounts = ['hour', 'day', 'weekly', 'ask-me'] as const;
/** Longest text of the one box: a title of 200 and a body of 5,000 characters. */
export const longestSpark = 5200;
/** Of a file of sparks that is brought in. */
export const longestFileBytes = 5 * 1024 * 1024;
