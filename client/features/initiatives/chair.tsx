import { Armchair } from 'lucide-react';
import { useId } from 'react';
import { Act } from '#client/ui/act.tsx';
import { Face } from '#client/ui/face.tsx';
import type { Perspective } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import css from './team-seats.module.css';
import type { Initiative } from './use-initiative.ts';

export interface ChairProps {
  perspective: Perspective;
  people: Initiative['seats'][number]['people'];
  team: Initiative['team'];
  /** My own perspectives; null when I am not in the team. */
  mine: readonly Perspective[] | null;
  onSit?: () => void;
  onInvite?: () => void;
}

/** One of the five ways to be in it: who sits there, or an empty chair with its invitation. */
export function Chair({ perspective, people, team, mine, onSit, onInvite }: ChairProps) {
  const titleId = useId();
  const empty = people.length === 0;
  const seat = say(`people.perspective-${perspective}`);
  return (
    <li className={css['chair']} data-empty={empty} aria-labelledby={titleId}>
      <div>
        <h3 id={titleId} className={css['seat']}>
          {seat}
        </h3>
        <p className={css['note']}>{say(`people.perspective-${perspective}-note`)}</p>
      </div>
      {empty ? (
        <p className={css['empty']}>
          <Armchair size={26} aria-hidden className={css['sign']} />
          {say(`initiatives.chair-empty-${perspective}`)}
        </p>
      ) : (
        <ul className={css['people']}>
          {people.map((person) => (
            <li key={person.id}>
              <Face person={person} size="small" note={noteOn(person, team)} />
            </li>
          ))}
        </ul>
      )}
      {empty && (onSit || onInvite) && (
        <div className={css['acts']}>
          {onSit && (
            <Act tone="plain" label={say(mine === null ? 'initiatives.chair-take-label' : 'initiatives.chair-add-label', { seat })} onClick={onSit}>
              {say(mine === null ? 'initiatives.chair-take' : 'initiatives.chair-add')}
            </Act>
          )}
          {onInvite && (
            <Act tone="plain" label={say('initiatives.chair-invite-label', { seat })} onClick={onInvite}>
              {say('initiatives.chair-invite')}
            </Act>
          )}
        </div>
      )}
    </li>
  );
}

/** What stands under a name: that it is me, that they are a co-owner, their title or group. */
function noteOn(person: ChairProps['people'][number], team: ChairProps['team']): string | undefined {
  const member = team.find((one) => one.person.id === person.id);
  const parts = [
    member?.mine === true ? say('initiatives.you') : null,
    member?.seat === 'co-owner' ? say('initiatives.co-owner') : null,
    person.title ?? person.group,
  ];
  return parts.filter((part) => part !== null).join(', ') || undefined;
}
