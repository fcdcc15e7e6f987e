/** Who stands behind an initiative: the list, and the viewer's own part in it. */
import type { Endorsement } from '#shared/features/endorsements/model.ts';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { Act } from '#client/ui/act.tsx';
import { CardList } from '#client/ui/card-list.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { Section } from '#client/ui/section.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { EndorseForm } from './endorse-form.tsx';
import { EndorsementCard } from './endorsement-card.tsx';
import css from './endorsements.module.css';
import { useEndorsements } from './use-endorsements.ts';

export function Endorsements({ initiativeId }: { initiativeId: string }) {
  const { list, head } = useEndorsements(initiativeId);
  const may = useCan('endorsement.make', { initiativeId });
  const { here, done } = useDone();
  const items = list.data?.items ?? [];
  const standing = items.filter((item) => item.withdrawnAt === null);
  const gone = items.filter((item) => item.withdrawnAt !== null);
  const mine = items.find((item) => item.mine);
  const begin = head.data && mine?.withdrawnAt !== null && (
    <Opening
      act={(open, toggle) => (
        <Act verdict={may} expanded={open} tone={open ? 'plain' : 'main'} onClick={toggle}>
          {say('endorsements.begin')}
        </Act>
      )}
    >
      {(close) => <EndorseForm head={head.data} onDone={() => done(say('endorsements.thanks'))} onCancel={close} />}
    </Opening>
  );
  return (
    <Section level={3} title={say('endorsements.title')}>
      <Fetching query={list} what={say('endorsements.title')} lines={3} />
      <div ref={here} tabIndex={-1} className={css['here']}>
        {list.data && standing.length === 0 && <EmptyState title={say('endorsements.empty')}>{say('endorsements.empty-why')}</EmptyState>}
        {standing.length > 0 && <List items={standing} label={say('endorsements.list')} onDone={done} />}
      </div>
      {begin}
      {gone.length > 0 && (
        <Disclosure label={say('endorsements.withdrawn-list', { count: gone.length })}>
          <List items={gone} label={say('endorsements.withdrawn-list', { count: gone.length })} onDone={done} />
        </Disclosure>
      )}
    </Section>
  );
}

interface ListProps {
  items: readonly Endorsement[];
  label: string;
  onDone: (sentence: string) => void;
}

function List({ items, label, onDone }: ListProps) {
  return (
    <CardList label={label}>
      {items.map((item) => (
        <EndorsementCard key={item.person.id} endorsement={item} onDone={onDone} />
      ))}
    </CardList>
  );
}
