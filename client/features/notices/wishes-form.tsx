import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MyWishes, Wishes } from '#shared/features/notices/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Choice, Choices } from '#client/ui/choice.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` }));

/** Only what was changed is held here; the hour is of the time zone this device is in. */
export function WishesForm({ wishes }: { wishes: MyWishes }) {
  const queries = useQueryClient();
  const [changes, setChanges] = useState<Partial<Wishes>>({});
  const saving = useMutation(
    api.notices.changeWishes.mutationOptions({
      onSuccess: (kept) => {
        queries.setQueryData(api.notices.wishes.queryKey(), kept);
        setChanges({});
      },
    }),
  );
  const { email, muted: _muted, ...kept } = wishes;
  const chosen: Wishes = { ...kept, ...changes };
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const change = (part: Partial<Wishes>) => {
    saving.reset();
    setChanges((before) => ({ ...before, ...part }));
  };
  return (
    <Form label={say('noticesPage.wishes-title')} onSubmit={() => saving.mutate({ ...chosen, timeZone: here })}>
      {email === null ? <p>{say('noticesPage.mail-guest')}</p> : <Letters email={email} chosen={chosen} onChange={change} />}
      <Digest chosen={chosen} zone={here} onChange={change} />
      <ProblemNotice problem={saving.error ? problemFrom(saving.error) : null} />
      {saving.isSuccess && <Notice live="polite">{say('noticesPage.saved')}</Notice>}
      <Actions>
        <Act type="submit" busy={saving.isPending}>
          {say('noticesPage.save')}
        </Act>
      </Actions>
    </Form>
  );
}

interface PartProps {
  chosen: Wishes;
  onChange: (part: Partial<Wishes>) => void;
}

function Letters({ email, chosen, onChange }: PartProps & { email: string }) {
  return (
    <Section title={say('noticesPage.mail-title')} hint={say('noticesPage.mail-hint', { email })}>
      <Stack gap="lg">
        <Choices
          legend={say('noticesPage.mail-title')}
          hideLegend
          values={chosen.mail ? ['on'] : []}
          options={[{ value: 'on', label: say('noticesPage.mail-on') }]}
          onChange={(values) => onChange({ mail: values.length > 0 })}
        />
        <Choice
          legend={say('noticesPage.language')}
          value={chosen.language ?? 'en'}
          options={[
            { value: 'en', label: say('noticesPage.language-en') },
            { value: 'nl', label: say('noticesPage.language-nl') },
          ]}
          onChange={(language) => onChange({ language })}
        />
      </Stack>
    </Section>
  );
}

function Digest({ chosen, zone, onChange }: PartProps & { zone: string }) {
  return (
    <Section title={say('noticesPage.digest-title')} hint={say('noticesPage.digest-hint')}>
      <Stack gap="lg">
        <Choice
          legend={say('noticesPage.digest-legend')}
          value={chosen.digest}
          options={(['daily', 'weekly', 'never'] as const).map((value) => ({ value, label: say(`noticesPage.digest-${value}`) }))}
          onChange={(digest) => onChange({ digest })}
        />
        {chosen.digest !== 'never' && (
          <Pick
            label={say('noticesPage.hour')}
            hint={say('noticesPage.hour-hint', { zone: zone.replaceAll('_', ' ') })}
            value={String(chosen.hour)}
            options={hours}
            onChange={(hour) => onChange({ hour: Number(hour) })}
          />
        )}
      </Stack>
    </Section>
  );
}
