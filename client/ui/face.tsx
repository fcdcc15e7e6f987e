import type { ReactNode } from 'react';
import { say } from '#shared/words/say.ts';
import css from './face.module.css';
import { hueOf, initialsOf } from './initials.ts';

/** A person as others may see them: the name is already the one they chose to show. */
export interface ShownPerson {
  /** Absent when only a role is shown: then the label gives the colour. */
  readonly id?: string | undefined;
  readonly label: string;
}

export interface FaceProps {
  /** null: said without a name. */
  person: ShownPerson | null;
  size?: 'small' | 'middle' | 'large';
  /** hidden: the circle alone is drawn, the name is still read aloud. */
  name?: 'beside' | 'hidden';
  note?: ReactNode;
}

/** Who: a circle with initials in the person's own colour, and their name. */
export function Face({ person, size = 'middle', name = 'beside', note }: FaceProps) {
  const shown = person?.label ?? say('shell.no-name');
  const hidden = name === 'hidden';
  const named = hidden ? ({ role: 'img', 'aria-label': shown, title: shown } as const) : ({ 'aria-hidden': true } as const);
  return (
    <span className={css['face']} data-size={size}>
      <span
        className={css['circle']}
        data-unnamed={person === null}
        style={person === null ? undefined : { '--face-hue': hueOf(person.id ?? person.label) }}
        {...named}
      >
        {person === null ? '' : initialsOf(person.label)}
      </span>
      {!hidden && (
        <span className={css['words']}>
          <span className={css['name']}>{shown}</span>
          {note !== undefined && <span className={css['note']}>{note}</span>}
        </span>
      )}
    </span>
  );
}

export interface FacesProps {
  people: readonly ShownPerson[];
  max?: number;
  /** What these people are: "Here now". */
  label: string;
}

/** A short row of faces; those that do not fit are counted. */
export function Faces({ people, max = 5, label }: FacesProps) {
  const more = people.length - max;
  return (
    <ul className={css['faces']} aria-label={label}>
      {people.slice(0, max).map((person) => (
        <li key={person.id ?? person.label}>
          <Face person={person} size="small" name="hidden" />
        </li>
      ))}
      {more > 0 && <li className={css['more']}>{say('shell.and-more', { count: more })}</li>}
    </ul>
  );
}
