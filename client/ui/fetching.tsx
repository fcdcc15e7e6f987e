import { problemFrom } from '#client/api/problem-from.ts';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem-notice.tsx';

export interface FetchingProps {
  query: { readonly isPending: boolean; readonly error: unknown; readonly refetch: () => unknown };
  /** What is fetched, for those who listen. */
  what: string;
  lines?: number;
}

/** An answer on its way: paper lines while it comes, and why with another try when it does not. */
export function Fetching({ query, what, lines = 2 }: FetchingProps) {
  if (query.error) return <ProblemNotice problem={problemFrom(query.error)} onRetry={() => void query.refetch()} />;
  return query.isPending ? <Loading what={what} lines={lines} /> : null;
}
