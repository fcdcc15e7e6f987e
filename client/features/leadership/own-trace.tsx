import { Link } from 'wouter';
import type { Trace } from '#shared/features/leadership/model.ts';
import { say } from '#shared/words/say.ts';
import { addresses } from '#client/app/addresses.ts';
import { Section } from '#client/ui/section.tsx';
import css from './leadership.module.css';

/** What I did myself; nobody else is shown this. */
export function OwnTrace({ trace: { acts, buildsOn, builtOnBy }, counted }: { trace: Trace; counted: boolean }) {
  const done = acts.filter(({ count }) => count > 0);
  return (
    <Section title={say('leadership.mine-title')} hint={say('leadership.mine-hint')}>
      {done.length === 0 ? (
        <p>{say('leadership.mine-none')}</p>
      ) : (
        <ul className={css['mine']} aria-label={say('leadership.mine-title')}>
          {done.map(({ kind, count }) => (
            <li key={kind}>
              {say(`leadership.act-${kind}`)}: {count}
            </li>
          ))}
        </ul>
      )}
      <p>
        {say('leadership.mine-builds-on', { count: buildsOn })} {say('leadership.mine-built-on-by', { count: builtOnBy })}
      </p>
      <p>
        {say(counted ? 'leadership.mine-counted' : 'leadership.mine-left-out')} <Link to={addresses.you()}>{say('leadership.mine-change')}</Link>
      </p>
    </Section>
  );
}
