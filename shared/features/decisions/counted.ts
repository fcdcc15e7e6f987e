/** Which answers count, and what a proposal can end with: consent decision making, as rules D6 to D11 of SPEC.md. */
import { type DecisionAnswer, type DecisionOutcome, decisionOutcomes } from './answers.ts';

/** One thing somebody said; a person who changed their mind has said several. */
export interface Said {
  readonly personId: string;
  /** The wording it was said to. */
  readonly version: number;
  readonly answer: DecisionAnswer;
}

export interface Asking {
  /** The newest wording, and who put it. */
  readonly version: number;
  readonly putBy: string;
  /** Everybody who is asked now: who writes on the board and has an account. */
  readonly asked: readonly string[];
  /** In the order it was said. */
  readonly said: readonly Said[];
  /** The day by which it is decided is over. */
  readonly dayPassed: boolean;
  /** The card no longer says what was put. */
  readonly moved: boolean;
}

/** Each person's latest answer, in the order in which they last spoke. */
export function latestOf<S extends Said>(said: readonly S[]): S[] {
  const latest = new Map<string, S>();
  for (const one of said) {
    latest.delete(one.personId);
    latest.set(one.personId, one);
  }
  return [...latest.values()];
}

/** Whether an answer counts: it is to the newest wording, by somebody who is asked. */
export function counts({ version, asked }: Pick<Asking, 'version' | 'asked'>, said: Said): boolean {
  return said.version === version && asked.includes(said.personId);
}

/** Those who are asked and have not answered the newest wording. */
export function notHeardFrom({ version, asked, said }: Pick<Asking, 'version' | 'asked' | 'said'>): string[] {
  return asked.filter((personId) => !said.some((one) => one.personId === personId && one.version === version));
}

/** Why a proposal can not end like this; null when it can. @returns a key of the catalogue */
export function whyNot(outcome: DecisionOutcome, asking: Asking): `decisions.not-${string}` | null {
  if (outcome === 'withdrawn') return null;
  const counted = latestOf(asking.said).filter((one) => counts(asking, one));
  const objected = counted.some((one) => one.answer === 'objection');
  if (outcome === 'stopped') return objected ? null : 'decisions.not-objected-to';
  if (objected) return 'decisions.not-over-an-objection';
  const concerned = counted.some((one) => one.answer === 'concern');
  if (concerned !== (outcome === 'goes-ahead-with-concerns')) return concerned ? 'decisions.not-without-the-concerns' : 'decisions.not-a-concern';
  if (asking.moved) return 'decisions.not-what-was-put';
  if (!asking.dayPassed && notHeardFrom(asking).length > 0) return 'decisions.not-before-its-day';
  return counted.some((one) => one.personId !== asking.putBy) ? null : 'decisions.not-on-silence';
}

/** Why it can not go ahead, neither with concerns nor without; null when it can. */
export function whyNotYet(asking: Asking): ReturnType<typeof whyNot> {
  const plain = whyNot('goes-ahead', asking);
  return plain === 'decisions.not-without-the-concerns' ? whyNot('goes-ahead-with-concerns', asking) : plain;
}

/** The endings that are open to a proposal as it stands. */
export function possibleOutcomes(asking: Asking): DecisionOutcome[] {
  return decisionOutcomes.filter((outcome) => whyNot(outcome, asking) === null);
}
