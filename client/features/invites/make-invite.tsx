import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { Section } from '#client/ui/section.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import type { inviteGives } from '#shared/features/invites/model.ts';
import { say } from '#shared/words/say.ts';
import type { Made } from './made-invite.tsx';

type Gives = (typeof inviteGives.options)[number];

const seats = (['member', 'commenter', 'reader'] as const).map((value) => ({ value, label: say(`invites.gives-${value}`) }));
const labels = { label: say('invites.make-label'), days: say('invites.make-days'), maxUses: say('invites.make-uses') };

/** A new link: where it hangs, what it gives, for how long and for how many. */
export function MakeInvite({ initiativeId, onMade }: { initiativeId: string | null; onMade: (made: Made) => void }) {
  const [label, setLabel] = useState('');
  const [gives, setGives] = useState<Gives>('member');
  const [days, setDays] = useState('7');
  const [maxUses, setMaxUses] = useState('30');
  const queries = useQueryClient();
  const verdict = useCan(initiativeId === null ? 'place.change' : 'invite.make', initiativeId === null ? {} : { initiativeId });
  const make = useMutation(
    api.invites.make.mutationOptions({
      onSuccess: async (made) => {
        onMade(made);
        setLabel('');
        await queries.invalidateQueries({ queryKey: api.invites.list.key() });
      },
    }),
  );
  const problem = make.error ? problemFrom(make.error) : null;
  const number = (text: string) => Math.trunc(Number(text)) || 0;
  return (
    <Section title={say('invites.make-title')}>
      <Form
        label={say('invites.make-title')}
        onSubmit={() => make.mutate({ initiativeId, gives, label, days: number(days), maxUses: number(maxUses) })}
      >
        <TextLine
          label={labels.label}
          hint={say('invites.make-label-hint')}
          optional
          error={fieldError(problem, 'label')}
          value={label}
          onChange={setLabel}
          maxLength={80}
        />
        {initiativeId !== null && <Choice<Gives> legend={say('invites.make-gives')} value={gives} options={seats} onChange={setGives} />}
        <TextLine label={labels.days} error={fieldError(problem, 'days')} type="number" min={1} max={90} value={days} onChange={setDays} />
        <TextLine
          label={labels.maxUses}
          error={fieldError(problem, 'maxUses')}
          type="number"
          min={1}
          max={500}
          value={maxUses}
          onChange={setMaxUses}
        />
        <ProblemNotice problem={problem} labels={labels} />
        <Actions>
          <Act type="submit" verdict={verdict} busy={make.isPending}>
            {say('invites.make-do')}
          </Act>
        </Actions>
      </Form>
    </Section>
  );
}
