import { useQueries } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import { useMe, usePlace } from '#client/api/me.ts';
import { Section } from '#client/ui/section.tsx';
import type { GroupSide } from '#shared/features/place/model.ts';
import { say, sayKey } from '#shared/words/say.ts';
import { FindPerson, PersonRow } from './find-person.tsx';
import css from './find-person.module.css';

export interface Chosen {
  readonly id: string;
  readonly label: string;
  readonly group: string | null;
}

/** Who is asked to be a co-owner: people who kindled, those from another group first, or anybody one looks for. */
export function LightPeople({
  sparkIds,
  chosen,
  onChosen,
}: {
  sparkIds: readonly string[];
  chosen: readonly Chosen[];
  onChosen: (people: readonly Chosen[]) => void;
}) {
  const answers = useQueries({ queries: sparkIds.map((id) => api.initiatives.suggestCoOwners.queryOptions({ input: { id } })) });
  const suggested = unique(answers.flatMap((one) => one.data?.items ?? []));
  const open = suggested.filter((one) => !chosen.some((person) => person.id === one.personId)).slice(0, 8);
  const add = (person: Chosen) => onChosen([...chosen, person]);
  return (
    <Section title={say('initiatives.light-people')} hint={say('initiatives.light-people-hint')}>
      {chosen.length > 0 && (
        <ul className={css['people']} aria-label={say('initiatives.co-owner')}>
          {chosen.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              act={say('initiatives.find-remove')}
              label={say('initiatives.find-remove-label', { who: person.label })}
              onAct={() => onChosen(chosen.filter((one) => one.id !== person.id))}
            />
          ))}
        </ul>
      )}
      {chosen.length > 0 && <Mix chosen={chosen} />}
      {suggested.length === 0 && answers.every((one) => one.isSuccess) && <p>{say('initiatives.light-people-none')}</p>}
      {open.length > 0 && (
        <ul className={css['people']}>
          {open.map(({ personId: id, label, group, said }) => (
            <PersonRow
              key={id}
              person={{ id, label, group }}
              note={[group, ...said.map((sentence) => sayKey(`sparks.${sentence}`))].filter((part) => part !== null).join(' · ')}
              act={say('initiatives.find-choose')}
              label={say('initiatives.find-choose-label', { who: label })}
              onAct={() => add({ id, label, group })}
            />
          ))}
        </ul>
      )}
      <FindPerson without={chosen.map((person) => person.id)} onFound={add} />
    </Section>
  );
}

/** Says whether people from both sides of the table are in it; the one who lights it counts. */
function Mix({ chosen }: { chosen: readonly Chosen[] }) {
  const place = usePlace();
  const { person } = useMe();
  const groups = place?.groups ?? [];
  const mine = groups.filter((group) => person?.groupIds.includes(group.id)).map((group) => group.side);
  const theirs = chosen.flatMap((one) => groups.find((group) => group.name === one.group)?.side ?? []);
  const sides = new Set<GroupSide>([...mine, ...theirs]);
  return <p role="status">{sides.size > 1 ? say('initiatives.light-two-groups') : say('initiatives.light-one-group')}</p>;
}

function unique<T extends { readonly personId: string }>(people: readonly T[]): T[] {
  return [...new Map(people.map((person) => [person.personId, person])).values()];
}
