import { say } from '#shared/words/say.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import css from './endorsements.module.css';

/** A purpose as somebody read it: its first sentence, and the rest when asked for. */
export function PurposeRead({ title, purpose }: { title: string; purpose: string }) {
  const [first = '', ...rest] = purpose.split('\n').filter((line) => line.trim() !== '');
  return (
    <div>
      <p className={css['label']}>{title}</p>
      <blockquote className={css['purpose']}>
        <p>{first}</p>
        {rest.length > 0 && (
          <Disclosure label={say('endorsements.purpose-more')}>
            {rest.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Disclosure>
        )}
      </blockquote>
    </div>
  );
}
