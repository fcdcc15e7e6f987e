/** The four answers to an ask, in the order a form shows them. */
export const askAnswers = ['will', 'cannot', 'belongs', 'tell-more'] as const;
export type AskAnswer = (typeof askAnswers)[number];

export const messageMax = 1000;
export const answerLineMax = 1000;
