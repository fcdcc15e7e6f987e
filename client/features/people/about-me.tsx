import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#client/api/api.ts';
import { type Me, usePlace } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Card } from '#client/ui/card.tsx';
import { Choice, Choices } from '#client/ui/choice.tsx';
import { Face } from '#client/ui/face.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { Section } from '#client/ui/section.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';

type Person = NonNullable<Me['person']>;
type Changes = Partial<Omit<Person, 'id' | 'label' | 'email'>>;

const shown = [
  { value: 'name', label: say('peoplePage.shown-name') },
  { value: 'role', label: say('peoplePage.shown-role'), hint: say('peoplePage.shown-role-hint') },
] as const;
const titles = [{ value: 'shown', label: say('peoplePage.title-shown') }] as const;
const labels = { name: say('peoplePage.name'), roleTitle: say('peoplePage.role') };

/** What I say about myself, and how others will see it. */
export function AboutMe({ person, guest }: { person: Person; guest: boolean }) {
  // Only what was changed is held here: the person may have been shown as this device last knew them, and be fetched meanwhile.
  const [changes, setChanges] = useState<Changes>({});
  const queries = useQueryClient();
  const save = useMutation(
    api.people.change.mutationOptions({
      onSuccess: async (me) => {
        queries.setQueryData(api.people.me.queryKey(), me);
        setChanges({});
        await queries.invalidateQueries();
      },
    }),
  );
  const problem = save.error ? problemFrom(save.error) : null;
  const about: Person = { ...person, ...changes };
  const change = (part: Changes) => {
    save.reset();
    setChanges((before) => ({ ...before, ...part }));
  };
  return (
    <Form label={say('peoplePage.how-title')} onSubmit={() => save.mutate(changes)}>
      <HowIShow about={about} guest={guest} problem={problem} onChange={change} />
      <WhereIBelong about={about} onChange={change} />
      <ProblemNotice problem={problem} labels={labels} />
      {save.isSuccess && <Notice live="polite">{say('peoplePage.saved')}</Notice>}
      <Actions>
        <Act type="submit" busy={save.isPending}>
          {say('peoplePage.save')}
        </Act>
      </Actions>
    </Form>
  );
}

interface PartProps {
  about: Person;
  onChange: (part: Changes) => void;
}

function HowIShow({ about, guest, problem, onChange }: PartProps & { guest: boolean; problem: ProblemBody | null }) {
  const { name, nameShown, roleTitle, titleShown, email } = about;
  // Mail addresses are not kept on devices, so a member's own may still be on its way.
  const known = email === null ? undefined : say('peoplePage.email', { email });
  const hint = guest ? say('peoplePage.guest') : known;
  return (
    <Section title={say('peoplePage.how-title')} hint={hint}>
      <Stack gap="lg">
        <TextLine
          label={labels.name}
          error={fieldError(problem, 'name')}
          value={name}
          onChange={(value) => onChange({ name: value })}
          autoComplete="name"
          maxLength={80}
        />
        <Choice legend={say('peoplePage.shown-legend')} value={nameShown} options={shown} onChange={(value) => onChange({ nameShown: value })} />
        <TextLine
          label={labels.roleTitle}
          hint={say('peoplePage.role-hint')}
          optional
          error={fieldError(problem, 'roleTitle')}
          value={roleTitle}
          onChange={(value) => onChange({ roleTitle: value })}
          maxLength={80}
        />
        {nameShown === 'name' && (
          <Choices
            legend={say('peoplePage.title-legend')}
            hideLegend
            values={titleShown ? ['shown'] : []}
            options={titles}
            onChange={(values) => onChange({ titleShown: values.length > 0 })}
          />
        )}
        <Preview person={about} />
      </Stack>
    </Section>
  );
}

function WhereIBelong({ about: { groupIds, siteId }, onChange }: PartProps) {
  const place = usePlace();
  const groups = (place?.groups ?? [])
    .filter((group) => !group.archived || groupIds.includes(group.id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const sites = (place?.sites ?? []).filter((site) => !site.archived || siteId === site.id).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section title={say('peoplePage.belong-title')}>
      <Stack gap="lg">
        {groups.length > 0 ? (
          <Choices
            legend={say('peoplePage.groups')}
            hint={say('peoplePage.groups-hint')}
            values={groupIds}
            options={groups}
            onChange={(values) => onChange({ groupIds: values })}
          />
        ) : (
          <p>{say('peoplePage.no-groups')}</p>
        )}
        {sites.length > 0 && (
          <Pick
            label={say('peoplePage.site')}
            value={siteId ?? ''}
            empty={say('peoplePage.site-none')}
            options={sites}
            onChange={(value) => onChange({ siteId: value === '' ? null : value })}
          />
        )}
      </Stack>
    </Section>
  );
}

/** The same rule as the server's cards: the name only when it is shown, the title only beside a name. */
function Preview({ person: { id, name, nameShown, roleTitle, titleShown, groupIds } }: { person: Person }) {
  const group = usePlace()?.groups.find((one) => groupIds.includes(one.id))?.name;
  const label = nameShown === 'name' ? name : roleTitle || group || say('people.somebody');
  return (
    <Card tone="sunk">
      <p>{say('peoplePage.preview-title')}</p>
      <Face person={{ id, label }} note={nameShown === 'name' && titleShown && roleTitle !== '' ? roleTitle : group} />
    </Card>
  );
}
