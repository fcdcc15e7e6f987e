import { useMutation } from '@tanstack/react-query';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Ago } from '#client/ui/age.tsx';
import { Column } from '#client/ui/column.tsx';
import { Confirming } from '#client/ui/confirming.tsx';
import { Face } from '#client/ui/face.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { say } from '#shared/words/say.ts';
import css from './system-asks.module.css';
import { useSystemAsksChanged } from './use-system-asks.ts';
import type { PartProps } from './where-part.tsx';

/** Who takes it there. A person says so themselves, and can step back until there is an answer. */
export function SponsorPart({ ask, onDone }: PartProps) {
  const { sponsor, sponsoredAt, answer } = ask;
  return (
    <Column>
      <h3 className={css['small']}>{say('systemAsks.taken-by')}</h3>
      {sponsor === null ? (
        <p>{say('systemAsks.taken-by-nobody')}</p>
      ) : (
        <Face person={sponsor} note={sponsoredAt === null ? undefined : <Ago at={sponsoredAt} />} />
      )}
      {sponsor === null && answer === null && <Taking ask={ask} onDone={onDone} />}
      {ask.toMe && answer === null && <SteppingBack ask={ask} onDone={onDone} />}
    </Column>
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
    <Column>
      <p className={css['soft']}>{say('systemAsks.sponsor-take-why')}</p>
      <ProblemNotice problem={take.error ? problemFrom(take.error) : null} />
      <div>
        <Act tone="ember" verdict={may} busy={take.isPending} onClick={() => take.mutate({ id: ask.id })}>
          {say('systemAsks.sponsor-take')}
        </Act>
      </div>
    </Column>
  );
}

function SteppingBack({ ask: { id }, onDone }: PartProps) {
  const changed = useSystemAsksChanged();
  return (
    <Confirming
      words={say('systemAsks.sponsor-back')}
      meaning={say('systemAsks.sponsor-back-why')}
      send={say('systemAsks.sponsor-back-do')}
      run={() => api.systemAsks.stepBack.call({ id })}
      changed={changed}
      thanks={say('systemAsks.sponsor-back-done')}
      onDone={onDone}
    />
  );
}
