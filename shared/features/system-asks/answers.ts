/** How a system ask can be answered, in the order a form shows it; and how long its words may be. */
export const systemAnswers = ['yes', 'in-part', 'no'] as const;
export type SystemAnswer = (typeof systemAnswers)[number];

export const causeMax = 200;
export const forumMax = 200;
export const toldMax = 1000;
