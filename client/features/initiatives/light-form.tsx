import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { usePlace } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Choices } from '#client/ui/choice.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { PerspectiveChoices } from '#client/ui/perspectives.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { type Chosen, LightPeople } from './light-people.tsx';
import { LightSparks } from './light-sparks.tsx';

export type Spark = Awaited<ReturnType<Calls['sparks']['read']>>;

const labels = {
  purpose: say('initiatives.light-purpose'),
  forWhom: say('initiatives.light-for-whom'),
  title: say('initiatives.light-title'),
  siteIds: say('initiatives.light-sites'),
  sparkIds: say('initiatives.light-sparks'),
  inviteIds: say('initiatives.light-people'),
};

/** The purpose and the people: enough to light it. What is written is kept on the device until it is lit. */
export function LightForm({ sparks, onSparks }: { sparks: readonly Spark[]; onSparks: (ids: readonly string[]) => void }) {
  const [first] = sparks;
  const draft = `light:${first?.id ?? ''}`;
  const [purpose, forWhom, title] = [useDraft(`${draft}:purpose`), useDraft(`${draft}:for-whom`), useDraft(`${draft}:title`)];
  const [id] = useState(newId);
  const [siteIds, setSiteIds] = useState<readonly string[]>(() => [...new Set(sparks.flatMap((spark) => spark.siteId ?? []))]);
  const [perspectives, setPerspectives] = useState<Perspective[]>([]);
  const [people, setPeople] = useState<readonly Chosen[]>([]);
  const sites = (usePlace()?.sites ?? [])
    .filter((site) => !site.archived || siteIds.includes(site.id))
    .map((site) => ({ value: site.id, label: site.name }));
  const light = useLight(id, () => [purpose, forWhom, title].forEach((one) => one.clear()));
  const problem = light.error ? problemFrom(light.error) : null;
  const named = title.text.trim() === '' ? (first?.title.slice(0, 120) ?? '') : title.text;
  const send = () =>
    light.mutate({
      id,
      sparkIds: sparks.map((spark) => spark.id),
      title: named,
      purpose: purpose.text,
      forWhom: forWhom.text,
      siteIds: [...siteIds],
      perspectives,
      inviteIds: people.map((person) => person.id),
    });
  return (
    <Form label={say('initiatives.light-do')} onSubmit={send}>
      <LightSparks sparks={sparks} onSparks={onSparks} />
      <TextBox
        label={labels.purpose}
        hint={say('initiatives.light-purpose-hint')}
        error={fieldError(problem, 'purpose')}
        value={purpose.text}
        onChange={purpose.setText}
        maxLength={300}
        minRows={2}
      />
      <TextLine
        label={labels.forWhom}
        hint={say('initiatives.light-for-whom-hint')}
        error={fieldError(problem, 'forWhom')}
        value={forWhom.text}
        onChange={forWhom.setText}
        maxLength={200}
      />
      <TextLine
        label={labels.title}
        error={fieldError(problem, 'title')}
        value={title.text}
        onChange={title.setText}
        placeholder={first?.title ?? ''}
        maxLength={120}
      />
      {sites.length > 0 && (
        <Choices legend={labels.siteIds} error={fieldError(problem, 'siteIds')} values={siteIds} options={sites} onChange={setSiteIds} />
      )}
      <PerspectiveChoices
        legend={say('initiatives.light-perspectives')}
        hint={say('initiatives.join-hint')}
        values={perspectives}
        onChange={setPerspectives}
      />
      <LightPeople sparkIds={sparks.map((spark) => spark.id)} chosen={people} onChosen={setPeople} />
      <ProblemNotice problem={problem} labels={labels} />
      <Actions>
        <Act type="submit" tone="ember" busy={light.isPending}>
          {say('initiatives.light-do')}
        </Act>
      </Actions>
    </Form>
  );
}

/** Lights it and goes to its board; sent twice it is lit once. */
function useLight(id: string, onLit: () => void) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [, go] = useLocation();
  return useMutation(
    api.initiatives.light.mutationOptions({
      onSuccess: async (lit) => {
        onLit();
        queries.setQueryData(api.initiatives.read.queryKey({ input: { id } }), lit);
        announce(say('initiatives.light-done'));
        go(addresses.board(id));
        await Promise.all(
          [api.people.me.key(), api.initiatives.list.key(), api.sparks.key()].map((queryKey) => queries.invalidateQueries({ queryKey })),
        );
      },
    }),
  );
}
