/** The asks about one blocker, with their public clock, and a way to ask somebody. */
import { useRef } from 'react';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Opening } from '#client/ui/opening.tsx';
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
  const announce = useAnnounce();
  const here = useRef<HTMLDivElement>(null);
  const about = (list.data?.items ?? []).filter((ask) => ask.elementId === elementId);
  const standing = about.filter((ask) => ask.withdrawnAt === null);
  const withdrawn = about.filter((ask) => ask.withdrawnAt !== null);
  function done(sentence: string) {
    announce(sentence);
    here.current?.focus();
  }
  const cards = (asks: typeof about) => asks.map((ask) => <AskCard key={ask.id} ask={ask} onDone={done} />);
  return (
    <div className={css['panel']}>
      <Fetching query={list} what={say('asks.list')} lines={1} />
      <div ref={here} tabIndex={-1} className={css['here']}>
        {standing.length > 0 && (
          <ul aria-label={say('asks.list')} className={css['list']}>
            {cards(standing)}
          </ul>
        )}
        {list.data && standing.length === 0 && !settled && <p className={css['soft']}>{say('asks.empty')}</p>}
      </div>
      {list.data && !settled && <Putting initiativeId={initiativeId} elementId={elementId} onDone={done} />}
      {withdrawn.length > 0 && (
        <Disclosure label={say('asks.withdrawn-list', { count: withdrawn.length })}>
          <ul aria-label={say('asks.withdrawn-list', { count: withdrawn.length })} className={css['list']}>
            {cards(withdrawn)}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function Putting({ initiativeId, elementId, onDone }: AskPanelProps & { onDone: (sentence: string) => void }) {
  const may = useCan('ask.make', { initiativeId });
  return (
    <Opening
      act={(open, toggle) => (
        <Act verdict={may} expanded={open} tone="plain" onClick={toggle}>
          {say('asks.begin')}
        </Act>
      )}
    >
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
    </Opening>
  );
}
