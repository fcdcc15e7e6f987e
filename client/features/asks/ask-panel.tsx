/** The asks about one blocker, with their public clock, and a way to ask somebody. */
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { CardList } from '#client/ui/card-list.tsx';
import { Column } from '#client/ui/column.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { AskCard } from './ask-card.tsx';
import css from './asks.module.css';
import { PutForm } from './put-form.tsx';
import { useAsks } from './use-asks.ts';

export interface AskPanelProps {
  initiativeId: string;
  elementId: string;
  /** The blocker is settled: nobody needs to be asked any more. */
  settled?: boolean;
}

export function AskPanel({ initiativeId, elementId, settled = false }: AskPanelProps) {
  const list = useAsks(initiativeId);
  const { here, done } = useDone();
  const about = (list.data?.items ?? []).filter((ask) => ask.elementId === elementId);
  const standing = about.filter((ask) => ask.withdrawnAt === null);
  const withdrawn = about.filter((ask) => ask.withdrawnAt !== null);
  const cards = (asks: typeof about) => asks.map((ask) => <AskCard key={ask.id} ask={ask} onDone={done} />);
  return (
    <Column>
      <Fetching query={list} what={say('asks.list')} lines={1} />
      <Column at={here}>
        {standing.length > 0 && <CardList label={say('asks.list')}>{cards(standing)}</CardList>}
        {list.data && standing.length === 0 && !settled && <p className={css['soft']}>{say('asks.empty')}</p>}
      </Column>
      {list.data && !settled && <Putting initiativeId={initiativeId} elementId={elementId} onDone={done} />}
      {withdrawn.length > 0 && (
        <Disclosure label={say('asks.withdrawn-list', { count: withdrawn.length })}>
          <CardList label={say('asks.withdrawn-list', { count: withdrawn.length })}>{cards(withdrawn)}</CardList>
        </Disclosure>
      )}
    </Column>
  );
}

function Putting({ initiativeId, elementId, onDone }: AskPanelProps & { onDone: (sentence: string) => void }) {
  const may = useCan('ask.make', { initiativeId });
  return (
    <OpeningAct words={say('asks.begin')} verdict={may} onDone={onDone}>
      {(close) => (
        <PutForm
          initiativeId={initiativeId}
          elementId={elementId}
          onDone={([name = '', ...others]) => {
            close();
            onDone(others.length === 0 ? say('asks.sent', { name }) : say('asks.sent-many', { count: others.length + 1 }));
          }}
          onCancel={close}
        />
      )}
    </OpeningAct>
  );
}
