/** What a benchmark is: something that takes a while, ends by itself, and comes back with tables. */
import type { Table } from './table.ts';

export interface BenchOptions {
  /** How long each thing is measured. */
  readonly seconds: number;
}

export interface Bench {
  readonly name: string;
  readonly what: string;
  run(options: BenchOptions): Promise<readonly Table[]>;
}
