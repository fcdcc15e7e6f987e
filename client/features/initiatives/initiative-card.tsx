import { Link } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { usePlace } from '#client/api/me.ts';
import { Ago } from '#client/ui/age.tsx';
import { Card } from '#client/ui/card.tsx';
import { firstLine } from '#client/ui/first-line.ts';
import { perspectiveNames } from '#client/ui/perspectives.tsx';
import { say } from '#shared/words/say.ts';
import css from './initiative-card.module.css';
import { StateTag } from './state-tag.tsx';
import type { InitiativeCard as Shown } from './use-initiative.ts';

/** One initiative in the list: what for, how it goes, who is missing. */
export function InitiativeCard({ initiative }: { initiative: Shown }) {
  const { id, title, purpose, forWhom, state, label, siteIds, members, sponsors, openBlockers, movedAt, perspectives } = initiative;
  const place = usePlace();
  const sites = siteIds.flatMap((siteId) => place?.sites.find((site) => site.id === siteId)?.name ?? []);
  const empty = perspectiveNames.filter((one) => !perspectives.includes(one)).map((one) => say(`people.perspective-${one}`));
  const titleId = `initiative-${id}`;
  return (
    <Card as="li" labelledBy={titleId}>
      <div className={css['top']}>
        <StateTag state={state} />
        <span className={css['quiet']}>
          {say('initiatives.moved-label')} <Ago at={movedAt} />
        </span>
      </div>
      <h2 id={titleId} className={css['title']}>
        <Link to={addresses.board(id)}>{title}</Link>
      </h2>
      <p className={css['purpose']}>{firstLine(purpose)}</p>
      <p>{say('initiatives.for-whom', { whom: forWhom })}</p>
      <p className={css['quiet']}>
        {[say('initiatives.people', { count: members }), ...(sponsors > 0 ? [say('initiatives.sponsors', { count: sponsors })] : []), ...sites].join(
          ' · ',
        )}
      </p>
      {openBlockers > 0 && <p className={css['stuck']}>{say('initiatives.blockers', { count: openBlockers })}</p>}
      <p className={css['quiet']}>
        {empty.length === 0 ? say('initiatives.all-chairs') : say('initiatives.empty-chairs', { seats: empty.join(', ') })}
      </p>
      {label !== null && <p className={css['label']}>{label}</p>}
    </Card>
  );
}
