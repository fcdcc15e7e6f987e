import { useEffect } from 'react';
import type { BringIn, BringInPreview } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Field } from '#client/ui/field.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { BadRows } from './bad-rows.tsx';
import css from './bring-in.module.css';
import { ColumnPicks } from './column-picks.tsx';
import { SampleRows } from './sample-rows.tsx';
import { UndoBringIn } from './undo-bring-in.tsx';
import { useBringIn } from './use-bring-in.ts';

/** Choose a file, look at what it would bring, change the columns, bring it in. */
export function BringInFile() {
  const steps = useBringIn();
  const { preview, done, file, problem } = steps;
  return (
    <>
      <Field label={say('sparks.bring-in-file')} hint={say('sparks.bring-in-file-hint')}>
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".csv,.tsv,.txt,.ndjson,.jsonl,text/csv,application/x-ndjson"
            className={css['file']}
            onChange={(event) => steps.choose(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <p className={css['quiet']}>{say('sparks.bring-in-care')}</p>
      {steps.reading && <Loading what={file?.name ?? ''} />}
      <ProblemNotice problem={problem} labels={columnLabels} />
      {done !== null && <Done bringIn={done} />}
      {preview !== null && done === null && file !== null && <Look preview={preview} steps={steps} />}
    </>
  );
}

const columnLabels = {
  'columns.title': say('sparks.column-title'),
  'columns.text': say('sparks.column-text'),
  'columns.kind': say('sparks.column-kind'),
  'columns.site': say('sparks.column-site'),
  'columns.created': say('sparks.column-created'),
};

function Look({ preview, steps }: { preview: BringInPreview; steps: ReturnType<typeof useBringIn> }) {
  const announce = useAnnounce();
  const found = preview.good === 0 ? say('sparks.bring-in-none') : say('sparks.bring-in-good', { count: preview.good });
  useEffect(() => announce(found), [announce, found]);
  return (
    <>
      <ColumnPicks headers={preview.headers} columns={preview.columns} onChange={steps.match} />
      <Section title={found}>
        {preview.mayIdentify.length > 0 && (
          <Notice tone="care" title={say('sparks.bring-in-identify', { count: preview.mayIdentify.length, rows: preview.mayIdentify.join(', ') })} />
        )}
        {preview.good > 0 && <SampleRows sample={preview.sample} />}
        {preview.good > 0 && (
          <div>
            <Act busy={steps.bringing} onClick={steps.bringIn}>
              {say('sparks.bring-in-do', { count: preview.good })}
            </Act>
          </div>
        )}
      </Section>
      <BadRows preview={preview} />
    </>
  );
}

function Done({ bringIn }: { bringIn: BringIn }) {
  const actions = (
    <>
      <LinkAct to={addresses.wall()}>{say('sparks.bring-in-to-wall')}</LinkAct>
      <UndoBringIn bringIn={bringIn} />
    </>
  );
  return <Notice live="polite" title={say('sparks.bring-in-done', { count: bringIn.count, file: bringIn.fileName })} actions={actions} />;
}
