/** Where the link in a letter leads: says what would be quiet, and does it with one tap. Opening it does nothing yet: programs open links by themselves. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Actions } from '#client/ui/form.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';

export function QuietPage() {
  const { token } = useParams<{ token: string }>();
  const queries = useQueryClient();
  const options = api.notices.quietLook.queryOptions({ input: { token }, retry: false });
  const look = useQuery(options);
  const making = useMutation(api.notices.quiet.mutationOptions({ onSuccess: (after) => queries.setQueryData(options.queryKey, after) }));
  const { data } = look;
  return (
    <Page title={data?.title ?? say('noticesPage.quiet-title')}>
      {data === undefined ? (
        <Fetching query={look} what={say('noticesPage.quiet-title')} lines={2} />
      ) : (
        <>
          {making.isSuccess || data.quiet ? (
            <Notice live="polite">{say(data.quiet ? 'noticesPage.quiet-done' : 'noticesPage.quiet-undone')}</Notice>
          ) : (
            <p>{say(`noticesPage.quiet-${data.what}`)}</p>
          )}
          <Actions>
            <Act tone={data.quiet ? 'plain' : 'main'} busy={making.isPending} onClick={() => making.mutate({ token, quiet: !data.quiet })}>
              {say(data.quiet ? 'noticesPage.quiet-undo' : 'noticesPage.quiet-do')}
            </Act>
            <LinkAct tone="quiet" to={addresses.noticeWishes()}>
              {say('noticesPage.to-wishes')}
            </LinkAct>
          </Actions>
        </>
      )}
      <ProblemNotice problem={making.error ? problemFrom(making.error) : null} />
    </Page>
  );
}
