import { Link } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { Ago } from '#client/ui/age.tsx';
import { CardList } from '#client/ui/card-list.tsx';
import { Card } from '#client/ui/card.tsx';
import { Confirming } from '#client/ui/confirming.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { Section } from '#client/ui/section.tsx';
import { stateWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { JoinForm } from './join-form.tsx';
import { JoinWithOurs } from './join-with-ours.tsx';
import { toldLabels } from './story-fields.tsx';
import css from './system-asks.module.css';
import { type JoinedBlocker, useSystemAsksChanged } from './use-system-asks.ts';
import type { PartProps } from './where-part.tsx';

/** Everybody who is stuck on it, each with a story; and a way in for another team. */
export function JoinedBlockers({ ask, onDone }: PartProps) {
  return (
    <Section title={say('systemAsks.blockers-title')}>
      {ask.blockers.length === 0 && <p>{say('systemAsks.blockers-none')}</p>}
      {ask.blockers.length > 0 && (
        <CardList label={say('systemAsks.blockers-title')}>
          {ask.blockers.map((one) => (
            <Joined key={`${one.initiative.id}/${one.elementId}`} ask={ask} one={one} onDone={onDone} />
          ))}
        </CardList>
      )}
      {ask.answer === null && <JoinWithOurs ask={ask} onDone={onDone} />}
    </Section>
  );
}

interface JoinedProps extends PartProps {
  one: JoinedBlocker;
}

function Joined({ ask, one, onDone }: JoinedProps) {
  const { initiative, title, state, joinedBy, at } = one;
  const told = (['story', 'waitCost', 'tried'] as const).filter((name) => one[name] !== '');
  return (
    <Card as="li">
      <div>
        <Link to={addresses.boardSection(initiative.id, 'blockers')} className={css['soft']}>
          {initiative.title}
        </Link>
        <p className={`${css['cause']} ${css['small']}`}>{title}</p>
      </div>
      {told.length === 0 && <p className={css['soft']}>{say('systemAsks.told-nothing')}</p>}
      {told.length > 0 && (
        <dl className={css['told']}>
          {told.map((name) => (
            <div key={name}>
              <dt>{toldLabels[name]}</dt>
              <dd>{one[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={css['soft']}>
        {state !== null && `${stateWord('blocker', state)} · `}
        {say('systemAsks.joined-by', { who: joinedBy })} · <Ago at={at} />
      </p>
      <OurActs ask={ask} one={one} onDone={onDone} />
    </Card>
  );
}

/** For its own team: tell more, or take it out again. */
function OurActs({ ask, one, onDone }: JoinedProps) {
  const { initiative, elementId, title, story, waitCost, tried, mySeat } = one;
  const mayTell = useCan('system-ask.join', { seat: mySeat, ended: ask.answer !== null });
  const mayLeave = useCan('system-ask.leave', { seat: mySeat });
  const tell = say(story === '' ? 'systemAsks.tell-more' : 'systemAsks.tell-change');
  return (
    <>
      {mayTell.ok && (
        <OpeningAct words={tell} tone={story === '' ? 'plain' : 'quiet'} label={say('systemAsks.tell-label', { act: tell, title })} onDone={onDone}>
          {(close, done) => (
            <JoinForm
              systemAskId={ask.id}
              initiativeId={initiative.id}
              elementId={elementId}
              before={{ story, waitCost, tried }}
              onCancel={close}
              onDone={done}
            />
          )}
        </OpeningAct>
      )}
      {mayLeave.ok && <Leaving ask={ask} one={one} onDone={onDone} />}
    </>
  );
}

function Leaving({ ask: { id }, one: { initiative, elementId, title }, onDone }: JoinedProps) {
  const changed = useSystemAsksChanged();
  return (
    <Confirming
      words={say('systemAsks.leave')}
      label={say('systemAsks.leave-label', { title })}
      meaning={say('systemAsks.leave-why')}
      send={say('systemAsks.leave-do')}
      run={() => api.systemAsks.leave.call({ id, initiativeId: initiative.id, elementId })}
      changed={changed}
      thanks={say('systemAsks.left')}
      onDone={onDone}
    />
  );
}
