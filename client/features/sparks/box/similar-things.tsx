import { useEffect, useId, useState } from 'react';
import { Link } from 'wouter';
import type { SimilarThing } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { problemFrom } from '#client/api/problem-from.ts';
import { useKindle } from '../kindle/use-kindle.ts';
import { rememberedChoices } from './choices.ts';
import css from './similar-things.module.css';
import { useSimilar } from './use-similar.ts';

export interface SimilarThingsProps {
  text: string;
  /** A line to add to the words being written. */
  onRelated: (line: string) => void;
}

/** Up to three things like what is being written. Under the box, so that nothing moves away from under a finger, and never in the way of posting. */
export function SimilarThings({ text, onRelated }: SimilarThingsProps) {
  const [dealtWith, setDealtWith] = useState<readonly string[]>([]);
  const titleId = useId();
  const found = useSimilar(text).filter((one) => !dealtWith.includes(one.id));
  const announce = useAnnounce();
  const heading = found.length === 0 ? '' : say('sparks.similar-title', { count: found.length });
  useEffect(() => {
    if (heading !== '') announce(heading);
  }, [announce, heading]);
  if (found.length === 0) return null;
  return (
    <section aria-labelledby={titleId} className={css['similar']}>
      <h2 id={titleId} className={css['title']}>
        {heading}
      </h2>
      <p className={css['hint']}>{say('sparks.similar-hint')}</p>
      <ul className={css['list']}>
        {found.map((one) => (
          <OneSimilar key={one.id} thing={one} onRelated={onRelated} onDealtWith={() => setDealtWith([...dealtWith, one.id])} />
        ))}
      </ul>
    </section>
  );
}

interface OneSimilarProps {
  thing: SimilarThing;
  onRelated: (line: string) => void;
  onDealtWith: () => void;
}

function OneSimilar({ thing, onRelated, onDealtWith }: OneSimilarProps) {
  const { person } = useMe();
  const mayKindle = useCan('spark.kindle');
  const kindling = useKindle(thing.id);
  const announce = useAnnounce();
  const { title } = thing;
  const address = thing.what === 'spark' ? addresses.spark(thing.id) : addresses.board(thing.id);
  function seeToo() {
    kindling.say({ sentence: 'see-too', line: '', perspectives: rememberedChoices(person?.id ?? 'visitor').perspectives });
  }
  function related() {
    onRelated(say('sparks.related-line', { title, address: location.origin + address }));
    announce(say('sparks.related-added'));
    onDealtWith();
  }
  return (
    <li className={css['one']}>
      <Link to={address} className={css['link']}>
        {title}
      </Link>
      <span className={css['state']}>{stateOf(thing)}</span>
      {kindling.said === 'see-too' ? (
        <p className={css['thanks']}>{say('sparks.said-too')}</p>
      ) : (
        <div className={css['ways']}>
          {thing.what === 'spark' && mayKindle.ok && (
            <Act tone="plain" busy={kindling.busy} label={say('sparks.see-too-of', { title })} onClick={seeToo}>
              {say('sparks.see-too')}
            </Act>
          )}
          <Act tone="quiet" label={say('sparks.related-to', { title })} onClick={related}>
            {say('sparks.related')}
          </Act>
          <Act tone="quiet" label={say('sparks.different-from', { title })} onClick={onDealtWith}>
            {say('sparks.different')}
          </Act>
        </div>
      )}
      <ProblemNotice problem={kindling.error ? problemFrom(kindling.error) : null} />
    </li>
  );
}

function stateOf({ what, state }: SimilarThing): string {
  if (what === 'initiative') return say('sparks.similar-initiative');
  return state === 'lit' ? say('sparks.state-lit') : say('sparks.state-open');
}
