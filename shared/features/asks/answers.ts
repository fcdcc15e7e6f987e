/** The four answers to an ask, in the order a form shows them. */
export const askAnswers = ['will', 'cannot', 'belongs', 'tell-more'] as const;
export type AskAnswer = (typeof askAnswers)[number];

/** Where somebody stands who is asked, the nearest first; an unanswered ask may go one further at a time. */
export const askLevels = ['team', 'department', 'organisation', 'beyond'] as const;
export type AskLevel = (typeof askLevels)[number];

/** What can happen to an ask, as its trail keeps it. */
export const askMoves = [
  'put',
  'answered',
  'handed-over',
  'told-more',
  'said',
  'step-announced',
  'step-taken-back',
  'stepped-up',
  'withdrawn',
] as const;
export type AskMove = (typeof askMoves)[number];

export const messageMax = 1000;
export const answerLineMax = 1000;
export const officeMax = 200;
export const reasonMax = 500;
/** One entry of what would make a refused ask possible. */
export const possibleMax = 300;
/** How many of them one ask takes. */
export const possibleCount = 40;
/** How many people can be asked in one act. */
export const putMax = 10;
/** How long the link of a letter answers, in days. */
export const linkDays = 30;
/** How long one person's silence lasts before the ask may go one level up, in days. */
export const stepUpAfterDays = 10;
/** How long the first person is told before it does, in hours. */
export const stepUpNoticeHours = 24;

/** The level above one; null above the last. */
export function levelAbove(level: AskLevel): AskLevel | null {
  return askLevels[askLevels.indexOf(level) + 1] ?? null;
}
