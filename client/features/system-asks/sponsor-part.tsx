import { useMutation } from '@tanstack/react-query';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Ago } from '#client/ui/age.tsx';
import { Face } from '#client/ui/face.tsx';
import { Actions } from '#client/ui/form.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { say } from '#shared/words/say.ts';
import css from './system-asks.module.css';
import { useSystemAsksChanged } from './use-system-asks.ts';
import type { PartProps } from './where-part.tsx';

/** Who takes it there. A person says so themselves, and can step back until there is an answer. */
export function SponsorPart({ ask, onDone }: PartProps) {
  const { sponsor, sponsoredAt, answer } = ask;
  return (
    <div className={css['panel']}>
      <h3 className={css['small']}>{say('systemAsks.taken-by')}</h3>
      {sponsor === null ? (
        <p>{say('systemAsks.taken-by-nobody')}</p>
      ) : (
        <Face person={sponsor} note={sponsoredAt === null ? undefined : <Ago at={sponsoredAt} />} />
      )}
      {sponsor === null && answer === null && <Taking ask={ask} onDone={onDone} />}
      {ask.toMe && answer === null && <SteppingBack ask={ask} onDone={onDone} />}
    </div>
  );
}

function Taking({ ask, onDone }: PartProps) {
  const { standing } = useMe();
  const may = useCan('system-ask.sponsor', { ended: ask.answer !== null });
  const changed = useSystemAsksChanged();
  const take = useMutation(
    api.systemAsks.sponsor.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone(say('systemAsks.sponsor-taken'));
      },
      onError: changed,
    }),
  );
  if (standing === 'visitor') {
    return (
      <div>
        <LinkAct tone="plain" to={addresses.signIn(addresses.systemAsk(ask.id))}>
          {say('signIn.title')}
        </LinkAct>
      </div>
    );
  }
  return (
    <div className={css['panel']}>
      <p className={css['soft']}>{say('systemAsks.sponsor-take-why')}</p>
      <ProblemNotice problem={take.error ? problemFrom(take.error) : null} />
      <div>
        <Act tone="ember" verdict={may} busy={take.isPending} onClick={() => take.mutate({ id: ask.id })}>
          {say('systemAsks.sponsor-take')}
        </Act>
      </div>
    </div>
  );
}

function SteppingBack({ ask, onDone }: PartProps) {
  const changed = useSystemAsksChanged();
  const back = useMutation(
    api.systemAsks.stepBack.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone(say('systemAsks.sponsor-back-done'));
      },
      onError: changed,
    }),
  );
  return (
    <Opening
      act={(open, toggle) => (
        <Act tone="quiet" expanded={open} onClick={toggle}>
          {say('systemAsks.sponsor-back')}
        </Act>
      )}
    >
      {(close) => (
        <div className={css['panel']}>
          <p>{say('systemAsks.sponsor-back-why')}</p>
          <ProblemNotice problem={back.error ? problemFrom(back.error) : null} />
          <Actions>
            <Act tone="plain" busy={back.isPending} onClick={() => back.mutate({ id: ask.id })}>
              {say('systemAsks.sponsor-back-do')}
            </Act>
            <Act tone="quiet" onClick={close}>
              {say('systemAsks.never-mind')}
            </Act>
          </Actions>
        </div>
      )}
    </Opening>
  );
}
