import { CircleUserRound, Flame, Inbox, type LucideIcon, UsersRound } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { VisuallyHidden } from '@mantine/core';
import { say } from '#shared/words/say.ts';
import { useMe } from '#client/api/me.ts';
import { EmberDot } from '#client/ui/ember-dot.tsx';
import { addresses } from './addresses.ts';
import css from './layout.module.css';

/** The ways to go: in the masthead on a wide screen, under the thumb on a phone. */
export function MainMenu() {
  const [location] = useLocation();
  const { me, standing } = useMe();
  const waiting = me ? me.waiting.invitations + me.waiting.asks + me.waiting.rooms : 0;
  const sparks = location === addresses.wall() || location.startsWith('/sparks/');
  return (
    <nav aria-label={say('shell.main-menu')} className={css['menu']}>
      <ul className={css['ways']}>
        <Way to={addresses.wall()} icon={Flame} here={sparks}>
          {say('shell.to-wall')}
        </Way>
        <Way to={addresses.initiatives()} icon={UsersRound} here={location.startsWith('/initiatives')}>
          {say('shell.to-initiatives')}
        </Way>
        <Way to={addresses.sponsor()} icon={Inbox} here={location === addresses.sponsor()} waiting={waiting}>
          {say('shell.to-sponsor')}
        </Way>
        {standing === 'visitor' ? (
          <Way to={addresses.signIn()} icon={CircleUserRound} here={location.startsWith(addresses.signIn())}>
            {say('shell.to-sign-in')}
          </Way>
        ) : (
          <Way to={addresses.you()} icon={CircleUserRound} here={location === addresses.you()}>
            {say('shell.to-you')}
          </Way>
        )}
      </ul>
    </nav>
  );
}

interface WayProps {
  to: string;
  icon: LucideIcon;
  here: boolean;
  waiting?: number;
  children: string;
}

function Way({ to, icon: Icon, here, waiting = 0, children }: WayProps) {
  return (
    <li>
      <Link to={to} className={css['way']} aria-current={here ? 'page' : undefined}>
        <span className={css['sign']}>
          <Icon size={20} aria-hidden />
          {waiting > 0 && (
            <span className={css['waiting']}>
              <EmberDot />
            </span>
          )}
        </span>
        {children}
        {waiting > 0 && <VisuallyHidden>{`(${say('shell.waiting-count', { count: waiting })})`}</VisuallyHidden>}
      </Link>
    </li>
  );
}
