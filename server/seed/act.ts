/** One thing somebody of the demo did, and how many days ago. */
export interface Act {
  readonly daysAgo: number;
  run(): Promise<unknown>;
}
