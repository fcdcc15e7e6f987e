import type { ReactNode } from 'react';
import type { Mirror, ShownMirror } from '#shared/features/leadership/model.ts';
import { say } from '#shared/words/say.ts';
import { calendarDay } from '#client/ui/dates.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Section } from '#client/ui/section.tsx';
import { Figures } from './figures.tsx';
import css from './leadership.module.css';
import { PerspectiveBars } from './perspective-bars.tsx';
import { PictureBeside } from './picture-beside.tsx';

export interface MirrorViewProps {
  mirror: Mirror;
  window: 'near' | 'whole';
  /** What stands before the questions: they come last. */
  children: ReactNode;
}

/** A sentence first, then shares, the picture and the figures; it ends in questions. Or why there is nothing to see yet. */
export function MirrorView({ mirror, window, children }: MirrorViewProps) {
  if (mirror.state !== 'shown') {
    return (
      <>
        <NotYet mirror={mirror} />
        {children}
      </>
    );
  }
  return (
    <>
      <Sentence mirror={mirror} window={window} />
      <Section title={say('leadership.shares-title')} hint={say('leadership.shares-hint')}>
        <PerspectiveBars perspectives={mirror.perspectives} />
      </Section>
      <Section title={say('leadership.picture-title')} hint={mirror.picture === null ? undefined : say('leadership.picture-hint')}>
        {mirror.picture === null ? <p>{say('leadership.picture-none')}</p> : <PictureBeside picture={mirror.picture} />}
      </Section>
      <Section title={say('leadership.figures-title')} hint={say('leadership.figures-hint')}>
        <Figures figures={mirror.figures} />
      </Section>
      {children}
      <Section title={say('leadership.questions-title')} hint={say('leadership.questions-hint')}>
        <ol className={css['questions']}>
          {mirror.questions.map((name) => (
            <li key={name}>{say(`leadership.q-${name}`)}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function Sentence({ mirror: { people, active, leftOut, leaders, from, to, fewActs }, window }: { mirror: ShownMirror; window: 'near' | 'whole' }) {
  const span = { from: calendarDay(from), to: calendarDay(to) };
  return (
    <section aria-label={say('leadership.in-a-sentence')} className={css['sentence']}>
      <p className={css['says']}>{say(`leadership.says-${window}`, { count: leaders, people })}</p>
      <p className={css['soft']}>
        {leftOut === 0
          ? say('leadership.based-on-all', { ...span, count: people })
          : say('leadership.based-on', { ...span, people, all: people + leftOut })}
      </p>
      {people > active && <p className={css['soft']}>{say('leadership.based-silent', { count: people - active })}</p>}
      {fewActs && <p className={css['soft']}>{say('leadership.few-acts')}</p>}
    </section>
  );
}

function NotYet({ mirror }: { mirror: Exclude<Mirror, ShownMirror> }) {
  if (mirror.state === 'waiting') {
    return <EmptyState title={say('leadership.waiting-title')}>{say('leadership.waiting', { day: calendarDay(mirror.next) })}</EmptyState>;
  }
  const { active } = mirror;
  return (
    <EmptyState title={active === 0 ? say('leadership.few-title-none') : say('leadership.few-title', { count: active })}>
      <p>{say('leadership.few-why')}</p>
      <p>{say('leadership.few-step')}</p>
    </EmptyState>
  );
}
