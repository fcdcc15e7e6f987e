import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BringIn } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';

/** Takes everything back that came with one file. */
export function UndoBringIn({ bringIn }: { bringIn: BringIn }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const may = useCan('spark.bring-in-undo', { own: bringIn.mine });
  const undoing = useMutation(
    api.sparks.undoBringIn.mutationOptions({
      onSuccess: () => {
        announce(say('sparks.bring-in-undone', { file: bringIn.fileName }));
        return queries.invalidateQueries({ queryKey: api.sparks.key() });
      },
    }),
  );
  if (undoing.isSuccess) return <p>{say('sparks.bring-in-undone', { file: bringIn.fileName })}</p>;
  return (
    <>
      {may.ok && (
        <Act
          tone="plain"
          busy={undoing.isPending}
          label={say('sparks.bring-in-undo-of', { file: bringIn.fileName })}
          onClick={() => undoing.mutate({ id: bringIn.id })}
        >
          {say('sparks.bring-in-undo')}
        </Act>
      )}
      <ProblemNotice problem={undoing.error ? problemFrom(undoing.error) : null} />
    </>
  );
}
