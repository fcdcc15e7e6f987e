import { useState } from 'react';
import type { Place } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { Section } from '#client/ui/section.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { say } from '#shared/words/say.ts';
import { useChangePlace } from './use-change-place.ts';

type Open = 'no' | 'yes';
const readers = (['no', 'yes'] as const).map((value) => ({ value, label: say(`placePage.open-${value}`) }));
const labels = { name: say('placePage.name') };

/** What the place is called, and who may read in it. */
export function NameAndDoors({ place }: { place: Place }) {
  // What was not touched stays as the server has it: the place may have been shown as this device last knew it.
  const [changes, setChanges] = useState<{ name?: string; openToRead?: boolean }>({});
  const { name, openToRead } = { ...place, ...changes };
  const { change } = useChangePlace();
  const problem = change.error ? problemFrom(change.error) : null;
  return (
    <Section title={say('placePage.name-title')}>
      <Form label={say('placePage.name-title')} onSubmit={() => change.mutate(changes, { onSuccess: () => setChanges({}) })}>
        <TextLine
          label={labels.name}
          error={fieldError(problem, 'name')}
          value={name}
          onChange={(value) => setChanges({ ...changes, name: value })}
          maxLength={80}
        />
        <Choice<Open>
          legend={say('placePage.open')}
          hint={say('placePage.open-hint')}
          value={openToRead ? 'yes' : 'no'}
          options={readers}
          onChange={(value) => setChanges({ ...changes, openToRead: value === 'yes' })}
        />
        <ProblemNotice problem={problem} labels={labels} />
        {change.isSuccess && <Notice live="polite">{say('placePage.saved')}</Notice>}
        <Actions>
          <Act type="submit" busy={change.isPending}>
            {say('placePage.save')}
          </Act>
        </Actions>
      </Form>
    </Section>
  );
}
