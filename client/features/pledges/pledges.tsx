/** What people will give to an initiative, and how it went. */
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { Section } from '#client/ui/section.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { GiveForm } from './give-form.tsx';
import { PledgeList } from './pledge-list.tsx';
import css from './pledges.module.css';
import { usePledges } from './use-pledges.ts';

export function Pledges({ initiativeId }: { initiativeId: string }) {
  const list = usePledges(initiativeId);
  const may = useCan('pledge.make', { initiativeId });
  const { here, done } = useDone();
  const items = list.data?.items ?? [];
  return (
    <Section level={3} title={say('pledges.title')} hint={say('pledges.plain')}>
      <Fetching query={list} what={say('pledges.title')} lines={2} />
      <div ref={here} tabIndex={-1} className={css['here']}>
        {list.data && items.length === 0 && <EmptyState title={say('pledges.empty')}>{say('pledges.empty-why')}</EmptyState>}
        {items.length > 0 && <PledgeList items={items} label={say('pledges.list')} onDone={done} />}
      </div>
      {list.data && (
        <OpeningAct words={say('pledges.begin')} verdict={may} onDone={done}>
          {(close) => (
            <GiveForm
              initiativeId={initiativeId}
              onDone={() => {
                close();
                done(say('pledges.given'));
              }}
              onCancel={close}
            />
          )}
        </OpeningAct>
      )}
    </Section>
  );
}
