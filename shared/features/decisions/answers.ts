/** The three answers to a proposal, in the order a form shows them. There is no vote: one objection is enough to stop it. */
export const decisionAnswers = ['consent', 'concern', 'objection'] as const;
export type DecisionAnswer = (typeof decisionAnswers)[number];

/** How a proposal can end. */
export const decisionOutcomes = ['goes-ahead', 'goes-ahead-with-concerns', 'stopped', 'withdrawn'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export const becauseMax = 1000;
export const outcomeWhyMax = 1000;

/** Whether an answer says something the others have to hear, and so needs its reason. */
export function needsBecause(answer: DecisionAnswer): boolean {
  return answer !== 'consent';
}
