import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { longestSpark, sparkKinds } from '#shared/features/sparks/kinds.ts';
import type { Spark, SparkKind } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { CareNotice, refusedWords } from '../box/care-notice.tsx';
import { useCare } from '../box/use-care.ts';
import { showSpark } from '../kindle/use-kindle.ts';
import { useSites } from '../use-sites.ts';

const kinds = sparkKinds.map((value) => ({ value, label: say(`sparks.kind-${value}`) }));

export interface EditSparkProps {
  spark: Spark;
  secret: string | null;
  onDone: () => void;
}

/** The same box again, with the words that stand; what is being changed is kept on the device too. */
export function EditSpark({ spark, secret, onDone }: EditSparkProps) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const draft = useDraft(`edit:${spark.id}`);
  const stands = spark.body === '' ? spark.title : `${spark.title}\n${spark.body}`;
  const [text, setText] = useState(draft.text === '' ? stands : draft.text);
  const [kind, setKind] = useState<SparkKind>(spark.kind);
  const [siteId, setSiteId] = useState(spark.siteId);
  const { open: sites } = useSites();
  const care = useCare(text);
  const box = useRef<HTMLTextAreaElement>(null);
  const saving = useMutation(
    api.sparks.edit.mutationOptions({
      onSuccess: (after) => {
        showSpark(queries, after);
        announce(say('sparks.saved'));
        leave();
      },
    }),
  );
  const problem = saving.error ? problemFrom(saving.error) : null;
  const refused = refusedWords(care);
  function write(words: string) {
    setText(words);
    draft.setText(words);
  }
  function leave() {
    draft.clear();
    onDone();
  }
  function save() {
    if (refused !== undefined) box.current?.focus();
    else saving.mutate({ id: spark.id, text, kind, siteId, ...(secret === null ? {} : { editSecret: secret }) });
  }
  return (
    <Form onSubmit={save} label={say('sparks.edit-title')}>
      <TextBox
        label={say('sparks.edit-label')}
        hint={say('sparks.box-hint')}
        error={refused ?? fieldError(problem, 'text')}
        value={text}
        onChange={write}
        minRows={5}
        maxLength={longestSpark}
        inputRef={box}
      />
      <CareNotice care={care} />
      <Choice legend={say('sparks.kind')} hideLegend value={kind} options={kinds} onChange={setKind} />
      {sites.length > 0 && (
        <Pick
          label={say('sparks.site')}
          value={siteId ?? ''}
          options={sites.map((site) => ({ value: site.id, label: site.name }))}
          empty={say('sparks.site-none')}
          onChange={(site) => setSiteId(site === '' ? null : site)}
        />
      )}
      {problem?.fields === undefined && <ProblemNotice problem={problem} />}
      <Actions>
        <Act type="submit" busy={saving.isPending}>
          {say('sparks.save')}
        </Act>
        <Act tone="quiet" onClick={leave}>
          {say('sparks.never-mind')}
        </Act>
      </Actions>
    </Form>
  );
}
