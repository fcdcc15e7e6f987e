import { type ActKind, actKinds } from '#shared/features/leadership/kinds.ts';
import { say } from '#shared/words/say.ts';
import { Section } from '#client/ui/section.tsx';
import css from './leadership.module.css';

const notCounted = ['typing', 'unnamed', 'files', 'elsewhere', 'out'] as const;
const protections = ['five', 'weeks', 'rest', 'rough', 'picture'] as const;

/** What is counted, what is not, and what protects people; always there, also while there is nothing to see. */
export function WhatIsCounted({ shared }: { shared: readonly ActKind[] | null }) {
  return (
    <Section title={say('leadership.counted-title')} hint={say('leadership.counted-lead')}>
      <dl className={css['acts-list']}>
        {actKinds.map((kind) => (
          <div key={kind}>
            <dt>{say(`leadership.act-${kind}`)}</dt>
            <dd>{say(`leadership.act-${kind}-is`)}</dd>
          </div>
        ))}
      </dl>
      {shared !== null && <p>{sharedWord(shared)}</p>}
      <p>{say('leadership.ties-counted')}</p>
      <div className={css['columns']}>
        <Section level={3} title={say('leadership.not-counted-title')}>
          <ul className={css['plain']}>
            {notCounted.map((one) => (
              <li key={one}>{say(`leadership.not-counted-${one}`)}</li>
            ))}
          </ul>
        </Section>
        <Section level={3} title={say('leadership.protects-title')}>
          <ul className={css['plain']}>
            {protections.map((one) => (
              <li key={one}>{say(`leadership.protects-${one}`)}</li>
            ))}
          </ul>
        </Section>
      </div>
    </Section>
  );
}

function sharedWord(shared: readonly ActKind[]): string {
  if (shared.length === 0) return say('leadership.shared-none');
  return say('leadership.shared-some', { list: shared.map((kind) => say(`leadership.act-${kind}`).toLowerCase()).join(', ') });
}
