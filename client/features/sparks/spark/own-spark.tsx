import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Spark } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Card } from '#client/ui/card.tsx';
import { Actions } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { showSpark } from '../kindle/use-kindle.ts';
import { secretOf } from '../secrets.ts';
import { BringBack } from './bring-back.tsx';
import { EditSpark } from './edit-spark.tsx';

/** What its author can do with a spark, by name or by the secret this device holds; a keeper may withdraw any. */
export function OwnSpark({ spark }: { spark: Spark }) {
  const { standing } = useMe();
  const secret = spark.author.shown === 'unnamed' ? secretOf(spark.id) : null;
  const mine = spark.mine || secret !== null;
  if (!mine && standing !== 'keeper') return null;
  const title = spark.mine ? say('sparks.own-title') : secret !== null ? say('sparks.own-device') : say('sparks.keeper-title');
  return (
    <Card tone="sunk">
      <Section title={title}>
        {spark.state === 'withdrawn' ? (
          <>
            <p>{say('sparks.withdrawn')}</p>
            <BringBack id={spark.id} secret={secret} />
          </>
        ) : (
          <OwnActs spark={spark} secret={secret} mayEdit={mine} />
        )}
      </Section>
    </Card>
  );
}

function OwnActs({ spark, secret, mayEdit }: { spark: Spark; secret: string | null; mayEdit: boolean }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [editing, setEditing] = useState(false);
  const withdrawing = useMutation(
    api.sparks.withdraw.mutationOptions({
      onSuccess: (after) => {
        showSpark(queries, after);
        void queries.invalidateQueries({ queryKey: api.sparks.list.key() });
        announce(say('sparks.withdrawn'));
      },
    }),
  );
  if (editing) return <EditSpark spark={spark} secret={secret} onDone={() => setEditing(false)} />;
  return (
    <>
      <p>{say('sparks.withdraw-hint')}</p>
      <Actions>
        {mayEdit && (
          <Act tone="plain" onClick={() => setEditing(true)}>
            {say('sparks.edit')}
          </Act>
        )}
        <Act
          tone="plain"
          busy={withdrawing.isPending}
          onClick={() => withdrawing.mutate({ id: spark.id, ...(secret === null ? {} : { editSecret: secret }) })}
        >
          {say('sparks.withdraw')}
        </Act>
      </Actions>
      <ProblemNotice problem={withdrawing.error ? problemFrom(withdrawing.error) : null} />
    </>
  );
}
