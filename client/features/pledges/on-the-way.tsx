import type { Pledge } from '#shared/features/pledges/model.ts';
import { say } from '#shared/words/say.ts';
import { Act } from '#client/ui/act.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { FinishForm } from './finish-form.tsx';
import css from './pledges.module.css';
import { TellForm } from './tell-form.tsx';

/** What the giver can say of an open pledge: where it stands, and how it ended. */
export function OnTheWay({ pledge, onDone }: { pledge: Pledge; onDone: (sentence: string) => void }) {
  return (
    <div className={css['ways']}>
      <Opening
        act={(open, toggle) => (
          <Act tone="plain" expanded={open} onClick={toggle} label={`${say('pledges.tell')}: ${pledge.what}`}>
            {say('pledges.tell')}
          </Act>
        )}
      >
        {(close) => (
          <TellForm
            pledge={pledge}
            onDone={() => {
              close();
              onDone(say('pledges.told'));
            }}
            onCancel={close}
          />
        )}
      </Opening>
      <Opening
        act={(open, toggle) => (
          <Act tone="plain" expanded={open} onClick={toggle} label={`${say('pledges.finish')} ${pledge.what}`}>
            {say('pledges.finish')}
          </Act>
        )}
      >
        {(close) => <FinishForm pledgeId={pledge.id} onDone={() => onDone(say('pledges.finished'))} onCancel={close} />}
      </Opening>
    </div>
  );
}
