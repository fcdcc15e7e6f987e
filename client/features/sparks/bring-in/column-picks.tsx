import { say } from '#shared/words/say.ts';
import { Pick } from '#client/ui/pick.tsx';
import { Section } from '#client/ui/section.tsx';
import css from './bring-in.module.css';
import type { Columns } from './use-bring-in.ts';

const names = ['title', 'text', 'kind', 'site', 'created'] as const satisfies readonly (keyof Columns)[];

export interface ColumnPicksProps {
  headers: readonly string[];
  columns: Columns;
  onChange: (columns: Columns) => void;
}

/** Which header of the file holds what: guessed, and changed by hand. */
export function ColumnPicks({ headers, columns, onChange }: ColumnPicksProps) {
  const options = headers.map((header) => ({ value: header, label: header }));
  return (
    <Section title={say('sparks.bring-in-columns')} hint={say('sparks.bring-in-columns-hint')}>
      <div className={css['columns']}>
        {names.map((name) => (
          <Pick
            key={name}
            label={say(`sparks.column-${name}`)}
            empty={say('sparks.column-none')}
            value={columns[name] ?? ''}
            options={options}
            onChange={(header) => onChange({ ...columns, [name]: header === '' ? null : header })}
          />
        ))}
      </div>
    </Section>
  );
}
