import { useEffect, useState } from 'react';
import { say } from '#shared/words/say.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Page } from '#client/ui/page.tsx';
import { SparkBox } from './box/spark-box.tsx';
import { useOutbox } from './outbox/use-outbox.ts';
import { WaitingSparks } from './outbox/waiting-sparks.tsx';
import { countFilters, useFilters } from './wall/filters.ts';
import { SparkList } from './wall/spark-list.tsx';
import { WallFilterFields } from './wall/wall-filters.tsx';
import css from './wall/wall.module.css';

/** The wall of sparks: the one box, and what others noticed. */
export function WallPage() {
  const [filters, change] = useFilters();
  const outbox = useOutbox();
  const wide = useWide();
  const inUse = countFilters(filters);
  const fields = <WallFilterFields filters={filters} onChange={change} />;
  return (
    <Page title={say('sparks.title')} lead={say('sparks.lead')} width="wide">
      <div className={css['wall']}>
        <div className={css['main']}>
          <SparkBox outbox={outbox.outbox} />
          <WaitingSparks {...outbox} />
          {!wide && <Disclosure label={inUse === 0 ? say('sparks.filters') : say('sparks.filters-on', { count: inUse })}>{fields}</Disclosure>}
          <SparkList filters={filters} onChange={change} />
        </div>
        {wide && <aside className={css['aside']}>{fields}</aside>}
      </div>
    </Page>
  );
}

const wideEnough = '(min-width: 64em)';

/** Whether there is room for the filters beside the wall. */
function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(wideEnough).matches);
  useEffect(() => {
    const room = matchMedia(wideEnough);
    const look = () => setWide(room.matches);
    room.addEventListener('change', look);
    return () => room.removeEventListener('change', look);
  }, []);
  return wide;
}
