import { useQuery } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import { useTopics } from '#client/realtime/live.tsx';

/** Who stands behind an initiative, and the purpose as it is now; both live. */
export function useEndorsements(initiativeId: string) {
  const input = { id: initiativeId };
  useTopics(
    [`initiative:${initiativeId}/endorsements`, `initiative:${initiativeId}/head`],
    [api.endorsements.list.key({ input }), api.initiatives.read.key({ input })],
  );
  const list = useQuery(api.endorsements.list.queryOptions({ input }));
  const head = useQuery(api.initiatives.read.queryOptions({ input }));
  return { list, head };
}
