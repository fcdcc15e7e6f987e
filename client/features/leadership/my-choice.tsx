import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Choice } from '#client/ui/choice.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';

const options = [
  { value: 'yes', label: say('leadership.choice-yes') },
  { value: 'no', label: say('leadership.choice-no'), hint: say('leadership.choice-no-hint') },
] as const;

/** Whether I am counted in leadership mirrors; kept at once. */
export function MyChoice() {
  const queries = useQueryClient();
  const choice = useQuery(api.leadership.choice.queryOptions());
  const choose = useMutation(
    api.leadership.choose.mutationOptions({
      onSuccess: async (chosen) => {
        queries.setQueryData(api.leadership.choice.queryKey(), chosen);
        await queries.invalidateQueries({ queryKey: api.leadership.read.key() });
      },
    }),
  );
  const counted = choose.isPending ? choose.variables.counted : choice.data?.counted;
  return (
    <Section title={say('leadership.choice-title')} hint={say('leadership.choice-hint')}>
      <Fetching query={choice} what={say('leadership.choice-title')} />
      {counted !== undefined && (
        <Choice
          legend={say('leadership.choice-legend')}
          value={counted ? 'yes' : 'no'}
          options={options}
          onChange={(value) => choose.mutate({ counted: value === 'yes' })}
        />
      )}
      <ProblemNotice problem={choose.error ? problemFrom(choose.error) : null} />
      {choose.isSuccess && <Notice live="polite">{say(choose.data.counted ? 'leadership.choice-saved-yes' : 'leadership.choice-saved-no')}</Notice>}
    </Section>
  );
}
