import { useState } from 'react';
import type { BringInPreview } from '#shared/features/sparks/model.ts';
import { say, sayKey } from '#shared/words/say.ts';
import { Act } from '#client/ui/act.tsx';
import { Section } from '#client/ui/section.tsx';
import css from './bring-in.module.css';

const columns: Readonly<Record<string, string>> = {
  title: say('sparks.column-title'),
  text: say('sparks.column-text'),
  kind: say('sparks.column-kind'),
  site: say('sparks.column-site'),
  created: say('sparks.column-created'),
  row: say('sparks.column-row'),
};

const fewRows = 25;

/** Every row that stays out, and why; a long list opens on asking. */
export function BadRows({ preview }: { preview: BringInPreview }) {
  const { bad, badCount } = preview;
  const [all, setAll] = useState(false);
  if (badCount === 0) return null;
  const shown = all ? bad : bad.slice(0, fewRows);
  return (
    <Section title={say('sparks.bring-in-bad', { count: badCount })} hint={say('sparks.bring-in-bad-hint')}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{say('sparks.bring-in-row')}</th>
            <th scope="col">{say('sparks.bring-in-column')}</th>
            <th scope="col">{say('sparks.bring-in-reason')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one, at) => (
            <tr key={at}>
              <th scope="row">{one.row}</th>
              <td>{columns[one.field] ?? one.field}</td>
              <td>{sayKey(one.reason, { value: one.value })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < bad.length && (
        <div>
          <Act tone="plain" onClick={() => setAll(true)}>
            {say('sparks.bring-in-bad-all', { count: bad.length })}
          </Act>
        </div>
      )}
      {all && badCount > bad.length && <p className={css['quiet']}>{say('sparks.bring-in-bad-more', { shown: bad.length })}</p>}
    </Section>
  );
}
