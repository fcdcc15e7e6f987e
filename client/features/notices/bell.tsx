import { Bell } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { VisuallyHidden } from '@mantine/core';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from '#client/app/addresses.ts';
import { useTopics } from '#client/realtime/live.tsx';
import css from './bell.module.css';

const mostShown = 99;

/** How many things I was told and have not seen, live on every screen. Nothing for somebody who is not signed in. */
export function NoticeBell() {
  const { me, person } = useMe();
  const [location] = useLocation();
  useTopics(person === null ? [] : [`me:${person.id}`], [api.people.me.key()]);
  if (person === null || me === null) return null;
  const count = me.waiting.notices;
  return (
    <Link to={addresses.notices()} className={css['bell']} aria-current={location === addresses.notices() ? 'page' : undefined}>
      <Bell size={22} aria-hidden />
      <VisuallyHidden>{say('shell.to-notices')}</VisuallyHidden>
      <span aria-live="polite" className={css['said']}>
        {count > 0 && (
          <>
            <span aria-hidden className={css['count']}>
              {count > mostShown ? `${mostShown}+` : count}
            </span>
            <VisuallyHidden>{say('shell.unseen-count', { count })}</VisuallyHidden>
          </>
        )}
      </span>
    </Link>
  );
}
