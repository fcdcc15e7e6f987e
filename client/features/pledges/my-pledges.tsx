/** What I have pledged: open ones by their date, then those that have ended. */
import { useQuery } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Section } from '#client/ui/section.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { PledgeList } from './pledge-list.tsx';
import css from './pledges.module.css';

export function MyPledges() {
  const mine = useQuery(api.pledges.mine.queryOptions());
  const { here, done } = useDone();
  const items = mine.data?.items ?? [];
  const open = items.filter((item) => item.state === 'given');
  const ended = items.filter((item) => item.state !== 'given');
  return (
    <Section title={say('sponsor.pledges')} hint={open.length > 1 ? say('sponsor.pledges-hint') : undefined}>
      <Fetching query={mine} what={say('sponsor.pledges')} lines={2} />
      <div ref={here} tabIndex={-1} className={css['here']}>
        {mine.data && open.length === 0 && <EmptyState title={say('sponsor.pledges-none')}>{say('sponsor.pledges-none-why')}</EmptyState>}
        {open.length > 0 && <PledgeList items={open} label={say('sponsor.pledges')} withInitiative onDone={done} />}
      </div>
      {ended.length > 0 && (
        <Disclosure label={say('sponsor.pledges-finished', { count: ended.length })}>
          <PledgeList items={ended} label={say('sponsor.pledges-finished', { count: ended.length })} withInitiative onDone={done} />
        </Disclosure>
      )}
    </Section>
  );
}
