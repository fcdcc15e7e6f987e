import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { usePlace } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { firstLine } from '#client/ui/first-line.ts';
import { Loading } from '#client/ui/loading.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { say } from '#shared/words/say.ts';
import css from './initiative-head.module.css';
import { StateSwitch } from './state-switch.tsx';
import { type Initiative, useInitiative } from './use-initiative.ts';

export interface InitiativeHeadProps {
  id: string;
  /** A page that shows the purpose itself (the board, where it is written) leaves it out here. */
  purpose?: 'shown' | 'left-out';
  /** What another feature adds below. */
  more?: ReactNode;
}

/** What an initiative is about: how it goes, its purpose, for whom and where, whose groups are in it, and what it began with. */
export function InitiativeHead({ id, purpose = 'shown', more }: InitiativeHeadProps) {
  const { data, error, isLoading, refetch } = useInitiative(id);
  if (isLoading) return <Loading lines={3} />;
  if (data === undefined) return <ProblemNotice problem={error ? problemFrom(error) : null} onRetry={() => void refetch()} />;
  return (
    <section aria-label={say('initiatives.head')} className={css['head']}>
      {data.label !== null && <p className={css['label']}>{data.label}</p>}
      {purpose === 'shown' && <p className={css['purpose']}>{firstLine(data.purpose)}</p>}
      <StateSwitch id={id} />
      <Facts initiative={data} />
      <Disclosure label={say('initiatives.began-with-open', { count: data.beganWith.length })}>
        <ul className={css['sparks']}>
          {data.beganWith.map((spark) => (
            <li key={spark.id}>
              <Link to={addresses.spark(spark.id)}>{spark.title}</Link>
            </li>
          ))}
        </ul>
      </Disclosure>
      {more}
    </section>
  );
}

function Facts({ initiative: { forWhom, siteIds, groups } }: { initiative: Initiative }) {
  const place = usePlace();
  const sites = siteIds.flatMap((id) => place?.sites.find((site) => site.id === id)?.name ?? []);
  return (
    <div className={css['facts']}>
      <p>{say('initiatives.for-whom', { whom: forWhom })}</p>
      {sites.length > 0 && (
        <p>
          {say('initiatives.where')}: {sites.join(', ')}
        </p>
      )}
      {groups.length > 0 && (
        <p>
          {say('initiatives.groups')}: {groups.join(', ')}
        </p>
      )}
      {groups.length === 1 && <p className={css['missing']}>{say('initiatives.groups-one')}</p>}
    </div>
  );
}
