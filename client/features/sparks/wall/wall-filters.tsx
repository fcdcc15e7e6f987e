import { type ReactNode, useEffect, useState } from 'react';
import { sparkKinds } from '#shared/features/sparks/kinds.ts';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { useMe } from '#client/api/me.ts';
import { Pick } from '#client/ui/pick.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { allPerspectives } from '../box/choices.ts';
import { useSites } from '../use-sites.ts';
import { asParams, type WallFilters } from './filters.ts';
import css from './wall.module.css';

const pauseMs = 300;
const kinds = sparkKinds.map((value) => ({ value, label: say(`sparks.kind-short-${value}`) }));
const states = (['open', 'lit'] as const).map((value) => ({ value, label: say(`sparks.state-${value}`) }));
const perspectives = allPerspectives.map((value) => ({ value, label: say(`people.perspective-${value}`) }));

export interface WallFilterFieldsProps {
  filters: WallFilters;
  onChange: (change: Partial<WallFilters>) => void;
}

/** Search and filters of the wall. */
export function WallFilterFields({ filters, onChange }: WallFilterFieldsProps): ReactNode {
  const { standing } = useMe();
  const { open: sites } = useSites();
  const mayExport = useCan('spark.export');
  const ownStates = standing === 'visitor' ? states : [...states, { value: 'withdrawn' as const, label: say('sparks.state-withdrawn-mine') }];
  return (
    <div role="search" aria-label={say('sparks.filters')} className={css['filters']}>
      <SearchLine value={filters.search} onChange={(search) => onChange({ search })} />
      {sites.length > 0 && (
        <Pick
          label={say('sparks.filter-site')}
          empty={say('sparks.filter-any')}
          value={filters.siteId ?? ''}
          options={sites.map((site) => ({ value: site.id, label: site.name }))}
          onChange={(siteId) => onChange({ siteId: siteId || null })}
        />
      )}
      <Pick
        label={say('sparks.filter-kind')}
        empty={say('sparks.filter-any')}
        value={filters.kind ?? ''}
        options={kinds}
        onChange={(kind) => onChange({ kind: kind || null })}
      />
      <Pick
        label={say('sparks.filter-state')}
        empty={say('sparks.filter-any')}
        value={filters.state ?? ''}
        options={ownStates}
        onChange={(state) => onChange({ state: state || null })}
      />
      <Pick
        label={say('sparks.filter-perspective')}
        empty={say('sparks.filter-any')}
        value={filters.perspective ?? ''}
        options={perspectives}
        onChange={(perspective) => onChange({ perspective: perspective || null })}
      />
      {mayExport.ok && (
        <a href={`/api/sparks.csv?${new URLSearchParams(asParams(filters))}`} download className={css['export']}>
          {say('sparks.export')}
        </a>
      )}
    </div>
  );
}

/** Asks a moment after the last key; an address that changes meanwhile (Back) wins. */
function SearchLine({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [words, setWords] = useState(value);
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setWords(value);
  }
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => onChange(words), pauseMs);
    return () => clearTimeout(timer);
  }, [words, value, onChange]);
  return <TextLine type="search" label={say('sparks.search')} value={words} onChange={setWords} maxLength={200} name="search" />;
}
