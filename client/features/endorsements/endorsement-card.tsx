import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Endorsement } from '#shared/features/endorsements/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act } from '#client/ui/act.tsx';
import { Ago } from '#client/ui/age.tsx';
import { Card } from '#client/ui/card.tsx';
import { day } from '#client/ui/dates.ts';
import { EmberDot } from '#client/ui/ember-dot.tsx';
import { Face } from '#client/ui/face.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { Opening } from '#client/ui/opening.tsx';
import css from './endorsements.module.css';
import { LookAgain } from './look-again.tsx';
import { officeWord } from './office-word.ts';
import { WithdrawForm } from './withdraw-form.tsx';

export interface EndorsementCardProps {
  endorsement: Endorsement;
  /** On a page of its own: the title of the initiative it is about, instead of the person. */
  title?: string;
  /** There: what moved since they looked. */
  since?: ReactNode;
  onDone: (sentence: string) => void;
}

/** One person's "I stand behind this, because...", with its age. */
export function EndorsementCard({ endorsement, title, since, onDone }: EndorsementCardProps) {
  const { initiativeId, reason, changedSince, withdrawnAt, withdrawnWhy, mine } = endorsement;
  const stands = withdrawnAt === null;
  const asksMe = mine && stands && changedSince;
  return (
    <Card as="li" tone={asksMe ? 'ember' : stands ? 'paper' : 'sunk'}>
      {title === undefined ? (
        <Who endorsement={endorsement} />
      ) : (
        <Link to={addresses.boardSection(initiativeId, 'purpose')} className={css['about']}>
          {title}
        </Link>
      )}
      <blockquote className={css['quote']}>{reason}</blockquote>
      <Facts endorsement={endorsement} />
      {!stands && withdrawnWhy !== '' && <p>{withdrawnWhy}</p>}
      {asksMe && (
        <p className={css['asks-me']}>
          <EmberDot /> {say('endorsements.changed-since-mine')}
        </p>
      )}
      {stands && since}
      {mine && stands && <Own endorsement={endorsement} onDone={onDone} />}
    </Card>
  );
}

/** An office of "something else" says nothing: then their group does. */
function Who({ endorsement: { person, office, mine } }: { endorsement: Endorsement }) {
  const label = mine ? say('endorsements.you', { name: person.label }) : person.label;
  return <Face person={{ id: person.id, label }} note={office === 'other' ? (person.title ?? person.group) : officeWord(office)} />;
}

function Facts({ endorsement: { at, withdrawnAt, changedSince, mine } }: { endorsement: Endorsement }) {
  if (withdrawnAt !== null) return <p className={css['facts']}>{say('endorsements.withdrawn', { day: day(withdrawnAt) })}</p>;
  return (
    <p className={css['facts']}>
      <span>
        {say('endorsements.since', { day: day(at) })} · <Ago at={at} />
      </span>
      {changedSince && !mine && <span className={css['moved']}>{say('endorsements.changed-since')}</span>}
    </p>
  );
}

/** What only the one who stands behind it can do. */
function Own({ endorsement, onDone }: { endorsement: Endorsement; onDone: (sentence: string) => void }) {
  const { initiativeId, changedSince } = endorsement;
  const head = useQuery(api.initiatives.read.queryOptions({ input: { id: initiativeId }, enabled: changedSince }));
  return (
    <div className={css['own']}>
      {changedSince && head.data && (
        <Opening
          act={(open, toggle) => (
            <Act tone={open ? 'plain' : 'ember'} expanded={open} onClick={toggle}>
              {say('endorsements.look-again')}
            </Act>
          )}
        >
          {(close) => <LookAgain endorsement={endorsement} now={head.data} onDone={() => onDone(say('endorsements.thanks'))} onCancel={close} />}
        </Opening>
      )}
      <OpeningAct words={say('endorsements.withdraw')} tone="quiet" onDone={onDone}>
        {(close) => <WithdrawForm initiativeId={initiativeId} onDone={() => onDone(say('endorsements.withdrawn-said'))} onCancel={close} />}
      </OpeningAct>
    </div>
  );
}
