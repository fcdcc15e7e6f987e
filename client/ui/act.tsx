import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { Verdict } from '#shared/policy/can.ts';
import { sayKey } from '#shared/words/say.ts';
import css from './button.module.css';

export type ActTone = 'main' | 'plain' | 'quiet' | 'ember';

export interface ActProps {
  /** From useCan. When it says no, the button stays reachable, does nothing, and says why. */
  verdict?: Verdict;
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

/** The button of an act. */
export function Act({ verdict = allowed, busy = false, tone = 'main', type = 'button', icon, full = false, label, pressed, expanded, controls, onClick, children }: ActProps) {
  const whyId = useId();
  const button = (
    <Button
      variant={tone}
      type={verdict.ok ? type : 'button'}
      leftSection={icon}
      fullWidth={full}
      loading={busy}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={controls}
      aria-disabled={verdict.ok ? undefined : true}
      aria-describedby={verdict.ok ? undefined : whyId}
      {...(verdict.ok && onClick ? { onClick } : {})}
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
