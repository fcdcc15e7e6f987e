import { learnWords } from '#shared/words/say.ts';

let loading: Promise<void> | null = null;

/** The sentences the first page can do without, fetched once. @throws when there is no line and the device has not kept them; asking again tries again */
export function loadWords(): Promise<void> {
  loading ??= import('#shared/words/en-later.ts').then(
    ({ enLater }) => learnWords(enLater),
    (thrown: unknown) => {
      loading = null;
      throw thrown;
    },
  );
  return loading;
}
