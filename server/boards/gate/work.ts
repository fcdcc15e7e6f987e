import { refuse } from './verdict.ts';

/** Counts what applying an update will cost, in tenths of a microsecond, and refuses when the allowance is used up. */
export class Work {
  private left: number;

  constructor(allowance: number) {
    this.left = allowance;
  }

  /** @throws Refusal too-much-work */
  spend(units: number): void {
    this.left -= units;
    if (this.left < 0) refuse('too-much-work');
  }
}
