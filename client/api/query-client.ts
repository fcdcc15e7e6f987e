import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { keepAnswer } from './kept-answers.ts';
import { problemFrom } from './problem-from.ts';

/** Codes for which asking again can help. */
const passing = new Set(['unavailable', 'unexpected', 'too-many']);

/** Where the screen keeps what the server said. A query with `meta.keepAs` is also kept on the device. */
export function newQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (problemFrom(error).reason === 'why.sign-in') onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: watch,
      onSuccess: (answer, query) => {
        const name = query.meta?.['keepAs'];
        if (typeof name === 'string') keepAnswer(name, answer);
      },
    }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      // 'always': without a line a call fails at once and says so, instead of waiting in silence.
      queries: {
        networkMode: 'always',
        staleTime: 20_000,
        retry: (failures, error) => failures < 2 && passing.has(problemFrom(error).code) && navigator.onLine,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
