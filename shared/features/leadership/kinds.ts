/** The acts that carry leadership, in the order they are told. What does not carry any (typing, tidying up) is not counted. */
export const actKinds = ['started', 'invited', 'decided', 'asked', 'answered', 'unblocked', 'supported', 'taught', 'tried'] as const;
export type ActKind = (typeof actKinds)[number];

/** The figures of the mirror, in the order they are told. */
export const figureNames = ['leaders', 'half', 'unevenness', 'ties', 'centre', 'spread', 'both-ways'] as const;
export type FigureName = (typeof figureNames)[number];

/** What the mirror may ask; three are chosen, never fewer. The last three fit any team. */
export const questionNames = [
  'who-else-opens',
  'away-for-a-month',
  'through-one',
  'not-built-on',
  'one-way',
  'who-else-invites',
  'who-else-decides',
  'who-teaches',
  'empty-chair',
  'quiet-people',
  'who-decides-what',
  'what-helps',
  'what-no-screen-sees',
  'what-to-hand-over',
] as const;
export type QuestionName = (typeof questionNames)[number];

/** Shares by perspective are shown from this many on. */
export const fewestToSplit = 10;
/** Below this many acts the screen says "read this with care". */
export const fewActs = 30;
/** How far back the near picture reaches. */
export const nearWeeks = 13;
/** What one person does on one day counts so many times at most, so that a busy afternoon does not outweigh a quiet month. */
export const mostADay = 6;
