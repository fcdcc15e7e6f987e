import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Waits } from '#shared/features/waits/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { addresses } from '#client/app/addresses.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Page } from '#client/ui/page.tsx';
import { Section } from '#client/ui/section.tsx';
import { KindTable, LevelTable } from './tables.tsx';
import { saysAll, saysFirst } from './sentence.ts';
import css from './waits.module.css';

/** How long asks wait in this place: a sentence, then by kind and by level. Never anybody's. */
export function WaitsPage() {
  const waits = useQuery(api.waits.read.queryOptions());
  return (
    <Page title={say('waits.title')} lead={say('waits.lead')}>
      <Fetching query={waits} what={say('waits.title')} lines={5} />
      {waits.data && (waits.data.kinds.length === 0 ? <Nothing /> : <Shown waits={waits.data} />)}
      <Disclosure label={say('waits.how-title')}>
        <div className={css['how']}>
          <p>{say('waits.how-wait')}</p>
          <p>{say('waits.how-open')}</p>
          <p>{say('waits.how-source')}</p>
        </div>
      </Disclosure>
    </Page>
  );
}

function Shown({ waits }: { waits: Waits }) {
  const all = saysAll(waits);
  return (
    <>
      <section aria-label={say('waits.in-a-sentence')} className={css['sentence']}>
        <p className={css['says']}>{saysFirst(waits)}</p>
        {all !== null && <p>{all}</p>}
      </section>
      <Section title={say('waits.kinds-title')}>
        <KindTable kinds={waits.kinds} />
      </Section>
      <Section title={say('waits.levels-title')} hint={waits.levels.length > 0 ? say('waits.levels-hint') : undefined}>
        {waits.levels.length === 0 ? <p>{say('waits.levels-none')}</p> : <LevelTable levels={waits.levels} />}
      </Section>
      <p className={css['soft']}>{say('waits.left-out')}</p>
      <p className={css['soft']}>
        {say('waits.to-boards')} <Link to={addresses.initiatives()}>{say('waits.to-initiatives')}</Link>
      </p>
    </>
  );
}

function Nothing() {
  return (
    <EmptyState
      title={say('waits.none-title')}
      action={
        <LinkAct tone="plain" to={addresses.initiatives()}>
          {say('waits.to-initiatives')}
        </LinkAct>
      }
    >
      {say('waits.none-why')}
    </EmptyState>
  );
}
