/** Seeded chance with what boards need of it. */
import { seeded, type Seeded } from '#tests/helpers/seeded.ts';

const idLetters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-';

export class Random {
  readonly seed: number;
  private readonly numbers: Seeded;

  constructor(seed: number) {
    this.seed = seed;
    this.numbers = seeded(seed);
  }

  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number {
    return this.numbers.below(end);
  }

  chance(share: number): boolean {
    return this.numbers.below(1_000_000) < share * 1_000_000;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  clientId(): number {
    return 1 + this.below(0xffff_fffe);
  }

  /** An id as the product makes them. */
  id(): string {
    let id = '';
    while (id.length < 21) id += idLetters.charAt(this.below(64));
    return id;
  }
}
