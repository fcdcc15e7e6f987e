/** A server that takes part, and how to be one page of it. */

/** One page's line to one board. */
export interface Page {
  send(update: Uint8Array): void;
  leave(): void;
}

export interface PageParts {
  readonly boardId: string;
  /** Which page of the load this is; pages are spread over people. */
  readonly nth: number;
  /** The board as it is when it opens; null where the server keeps none. */
  readonly opened?: (state: Uint8Array | null) => void;
  readonly heard: (update: Uint8Array) => void;
  /** One more of what this page has sent is acknowledged. */
  readonly acknowledged?: () => void;
  readonly ended?: () => void;
}

export interface Contestant {
  readonly name: string;
  start(): Promise<Running>;
}

export interface Running {
  readonly name: string;
  /** Resolves when the board is open. */
  join(page: PageParts): Promise<Page>;
  cpuMs(): number;
  rss(): number;
  kill(): Promise<void>;
  end(): Promise<void>;
}
