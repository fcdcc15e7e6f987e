import { useMutation, useQueryClient } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { showSpark } from '../kindle/use-kindle.ts';

/** Undoes a withdrawal. */
export function BringBack({ id, secret }: { id: string; secret: string | null }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const restoring = useMutation(
    api.sparks.restore.mutationOptions({
      onSuccess: (after) => {
        showSpark(queries, after);
        void queries.invalidateQueries({ queryKey: api.sparks.key() });
        announce(say('sparks.restored'));
      },
    }),
  );
  return (
    <>
      <div>
        <Act busy={restoring.isPending} onClick={() => restoring.mutate({ id, ...(secret === null ? {} : { editSecret: secret }) })}>
          {say('sparks.restore')}
        </Act>
      </div>
      <ProblemNotice problem={restoring.error ? problemFrom(restoring.error) : null} />
    </>
  );
}
