import { useMutation } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import type { Place } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Face } from '#client/ui/face.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { say } from '#shared/words/say.ts';
import css from './try-as.module.css';
import { useCameIn } from './use-came-in.ts';

/** In a demo on this machine: one tap, and one looks round as one of its people. */
export function TryAs({ people }: { people: Place['tryAs'] }) {
  const cameIn = useCameIn();
  const come = useMutation(api.place.tryAs.mutationOptions({ onSuccess: () => cameIn() }));
  return (
    <>
      <ProblemNotice problem={come.error ? problemFrom(come.error) : null} />
      <ul className={css['people']}>
        {people.map(({ personId, label, note }) => (
          <li key={personId}>
            <button
              type="button"
              className={css['person']}
              aria-label={say('signIn.try-as', { who: `${label}, ${note}` })}
              onClick={() => come.mutate({ personId })}
            >
              <Face person={{ id: personId, label }} note={note === label ? undefined : note} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
