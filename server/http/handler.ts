/** What every route is made of: the contract, implemented with who is asking in the context. */
import { implement } from '@orpc/server';
import { contract } from '#shared/contract/contract.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import type { App } from '../context.ts';
import type { Viewer } from '../policy/viewer.ts';

export interface Asking {
  readonly app: App;
  readonly viewer: Viewer;
  /** The request's headers, for better-auth. */
  headers(): Headers;
  /** Adds a Set-Cookie to the answer. */
  setCookie(cookie: string): void;
  /** Says in the answer's head when to try again, as the problem says in its body. */
  retryAfter(problem: ProblemBody): void;
}

export const api = implement(contract).$context<Asking>();
