import type { Calls } from '#client/api/call.ts';
import { Card } from '#client/ui/card.tsx';
import { firstLine } from '#client/ui/first-line.ts';
import { say } from '#shared/words/say.ts';
import css from './what-for.module.css';

export type Look = Awaited<ReturnType<Calls['invites']['look']>>;

/** What an invitation is for and what it lets one do, before anything is asked. */
export function WhatFor({ look: { initiative, gives } }: { look: Look }) {
  if (initiative === null) return <p>{say('invites.join-gives-place')}</p>;
  return (
    <Card as="section" tone="ember" labelledBy="what-for">
      <p className={css['into']}>{say('invites.join-into')}</p>
      <h2 id="what-for" className={css['title']}>
        {initiative.title}
      </h2>
      <p className={css['purpose']}>{firstLine(initiative.purpose)}</p>
      <p>{say(`invites.join-gives-${gives}`)}</p>
    </Card>
  );
}
