import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { say } from '#shared/words/say.ts';
import { type Place, usePlace } from '#client/api/me.ts';
import { NoticeBell } from '#client/features/notices/bell.tsx';
import { Act } from '#client/ui/act.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { addresses } from './addresses.ts';
import { Foot } from './foot.tsx';
import css from './layout.module.css';
import { MainMenu } from './main-menu.tsx';
import { Mark } from './mark.tsx';
import { useNewerVersion } from './newer-version.ts';

/** The frame around every screen: whose place this is, the ways to go, and room for the page. */
export function Layout({ children }: { children: ReactNode }) {
  const place = usePlace();
  const newer = useNewerVersion();
  const placeName = place && nameOf(place);
  return (
    <div className={css['frame']}>
      <a href="#page" className={css['skip']}>
        {say('shell.skip-to-content')}
      </a>
      <header className={css['masthead']}>
        <Link to={addresses.wall()} className={css['brand']}>
          <Mark />
          <span className={css['names']}>
            <span className={css['name']}>{say('shell.name')}</span>
            {placeName !== null && <span className={css['place']}>{placeName}</span>}
          </span>
        </Link>
        <div className={css['tools']}>
          <MainMenu />
          <NoticeBell />
        </div>
      </header>
      <main id="page" tabIndex={-1} className={css['main']}>
        {newer && <Notice live="polite" title={say('shell.newer-version-ready')} actions={<Act onClick={newer}>{say('shell.load-again')}</Act>} />}
        {children}
      </main>
      <Foot />
    </div>
  );
}

/** A place that has not been named yet is called like the product: said once is enough. */
function nameOf({ name, demo }: Place): string | null {
  if (demo) return say('shell.place-demo', { place: name });
  return name === say('shell.name') ? null : name;
}
