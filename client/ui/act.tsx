import { Button } from '@mantine/core';
import { type MouseEvent, type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { Verdict } from '#shared/policy/can.ts';
import { sayKey } from '#shared/words/say.ts';
import css from './button.module.css';

export type ActTone = 'main' | 'plain' | 'quiet' | 'ember';

export interface ActProps {
  /** From useCan. When it says no, the button stays reachable, does nothing, and says why. */
  verdict?: Verdict;
  /** Under way: it stays where it is, keeps the focus, and does nothing more. */
  busy?: boolean;
  tone?: ActTone;
  type?: 'button' | 'submit';
  icon?: ReactNode;
  full?: boolean;
  /** Read aloud instead of the words on the button, e.g. to name the card it belongs to. */
  label?: string;
  pressed?: boolean;
  expanded?: boolean;
  controls?: string;
  onClick?: () => void;
  children: ReactNode;
}

const allowed: Verdict = { ok: true };

/** The button of an act. It is never `disabled`: that would lose the focus and hide the reason. */
export function Act({
  verdict = allowed,
  busy = false,
  tone = 'main',
  type = 'button',
  icon,
  full = false,
  label,
  pressed,
  expanded,
  controls,
  onClick,
  children,
}: ActProps) {
  const whyId = useId();
  const rests = busy || !verdict.ok;
  // A resting submit button also has to stop the Enter key, which the browser turns into a click on it.
  const click = (event: MouseEvent) => (rests ? event.preventDefault() : onClick?.());
  const button = (
    <Button
      variant={tone}
      type={type}
      leftSection={icon}
      fullWidth={full}
      mod={{ busy }}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={controls}
      aria-busy={busy || undefined}
      aria-disabled={rests || undefined}
      aria-describedby={verdict.ok ? undefined : whyId}
      onClick={click}
    >
      {children}
    </Button>
  );
  if (verdict.ok) return button;
  return (
    <div>
      {button}
      <p id={whyId} className={css['why']}>
        {sayKey(verdict.reason)}
      </p>
    </div>
  );
}

export interface LinkActProps {
  to: string;
  tone?: ActTone;
  icon?: ReactNode;
  children: ReactNode;
}

/** A link that looks like the button of an act. */
export function LinkAct({ to, tone = 'main', icon, children }: LinkActProps) {
  return (
    <Button component={Link} to={to} variant={tone} leftSection={icon}>
      {children}
    </Button>
  );
}
