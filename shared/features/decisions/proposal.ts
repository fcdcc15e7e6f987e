import { wordsHash } from '../../lib/words-hash.ts';

/** What people are asked about: the words of a decision card. */
export interface ProposalWords {
  readonly title: string;
  readonly reasons: string;
}

/** The same for the same words; tells whether a card still says what was put to people. */
export function proposalHash({ title, reasons }: ProposalWords): string {
  return wordsHash(`${wordsHash(title)} ${wordsHash(reasons)}`);
}
