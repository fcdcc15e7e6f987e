import { sayKey } from '#shared/words/say.ts';
import { Ago } from '#client/ui/age.tsx';
import css from './activity.module.css';
import type { Entry } from './use-board-answers.ts';

/** One thing that happened, as a plain sentence. */
export function EntryLine({ entry, onGo }: { entry: Entry; onGo?: ((cardId: string) => void) | undefined }) {
  const sentence = sayKey(`activity.${entry.what}`, entry.values).trim();
  const { elementId } = entry;
  return (
    <li className={css['entry']}>
      {elementId !== null && onGo !== undefined ? (
        <a
          href={`#card-${elementId}`}
          onClick={(event) => {
            event.preventDefault();
            onGo(elementId);
          }}
        >
          {sentence}
        </a>
      ) : (
        <span>{sentence}</span>
      )}{' '}
      <span className={css['when']}>
        <Ago at={entry.at} />
      </span>
    </li>
  );
}
