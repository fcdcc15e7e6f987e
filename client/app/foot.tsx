import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { Link } from 'wouter';
import { say } from '#shared/words/say.ts';
import { useMe, usePlace } from '#client/api/me.ts';
import { Pick } from '#client/ui/pick.tsx';
import { addresses } from './addresses.ts';
import css from './layout.module.css';

const looks = (['auto', 'light', 'dark'] as const).map((value) => ({ value, label: say(`shell.look-${value}`) }));

/** The quieter ways to go, and light or dark. */
export function Foot() {
  const { standing } = useMe();
  const place = usePlace();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <footer className={css['foot']}>
      {place?.demo && <p className={css['demo']}>{say('shell.demo-place')}</p>}
      <ul className={css['links']} aria-label={say('shell.more-pages')}>
        <li>
          <Link to={addresses.systemAsks()}>{say('shell.to-system-asks')}</Link>
        </li>
        <li>
          <Link to={addresses.about()}>{say('shell.to-about')}</Link>
        </li>
        <li>
          <Link to={addresses.pledges()}>{say('shell.to-pledges')}</Link>
        </li>
        <li>
          <Link to={addresses.waits()}>{say('shell.to-waits')}</Link>
        </li>
        {standing !== 'visitor' && (
          <li>
            <Link to={addresses.bringIn()}>{say('shell.to-bring-in')}</Link>
          </li>
        )}
        {standing === 'keeper' && (
          <li>
            <Link to={addresses.place()}>{say('shell.to-place')}</Link>
          </li>
        )}
        <li>
          <a href="/api/docs">{say('shell.to-api')}</a>
        </li>
      </ul>
      <div className={css['look']}>
        <Pick<MantineColorScheme> label={say('shell.look')} value={colorScheme} options={looks} onChange={(look) => setColorScheme(look || 'auto')} />
      </div>
    </footer>
  );
}
