/** Being told at once by this browser: off until somebody turns it on here, and each state said as it is. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PushWords } from '#shared/features/notices/why.ts';
import { Problem } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { calls } from '#client/api/call.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { ableToBeTold, isSubscribed, subscribe, unsubscribe } from './this-browser.ts';

const thisBrowser = ['this-browser', 'push'];
const title = () => say('noticesPage.push-title');

export function PushPart() {
  const kept = useQuery(api.notices.push.queryOptions());
  const browser = useQuery({ queryKey: thisBrowser, queryFn: async () => ({ able: await ableToBeTold(), subscribed: await isSubscribed() }) });
  if (kept.data === undefined) return <Fetching query={kept} what={title()} lines={2} />;
  if (browser.isPending) return <Loading what={title()} lines={2} />;
  const { able, subscribed } = browser.data ?? { able: 'no', subscribed: false };
  const { key } = kept.data;
  const words = subscribed ? kept.data.words : null;
  const cannot = key === null ? 'push-off-here' : ({ no: 'push-unable', refused: 'push-refused', yes: null } as const)[able];
  return (
    <Section title={title()} hint={say('noticesPage.push-hint')}>
      {cannot !== null || key === null ? <p>{say(`noticesPage.${cannot ?? 'push-off-here'}`)}</p> : <Switch serverKey={key} words={words} />}
    </Section>
  );
}

function Switch({ serverKey, words }: { serverKey: string; words: PushWords | null }) {
  const queries = useQueryClient();
  // Whatever happened half way, the screen says what server and browser say now.
  const onSettled = async () => {
    await queries.invalidateQueries({ queryKey: api.notices.push.key() });
    await queries.invalidateQueries({ queryKey: thisBrowser });
  };
  const starting = useMutation({ mutationFn: (chosen: PushWords) => start(serverKey, chosen), onSettled });
  const stopping = useMutation({ mutationFn: stop, onSettled });
  const wrong = starting.error ?? stopping.error;
  return (
    <>
      <p role="status">{say(words === null ? 'noticesPage.push-is-off' : 'noticesPage.push-is-on')}</p>
      {words !== null && (
        <Choice
          legend={say('noticesPage.push-words')}
          value={words}
          options={(['short', 'whole'] as const).map((value) => ({ value, label: say(`noticesPage.push-${value}`) }))}
          onChange={(chosen) => starting.mutate(chosen)}
        />
      )}
      <ProblemNotice problem={wrong === null ? null : problemFrom(wrong)} />
      <div>
        {words === null ? (
          <Act tone="plain" busy={starting.isPending} onClick={() => starting.mutate('short')}>
            {say('noticesPage.push-start')}
          </Act>
        ) : (
          <Act tone="plain" busy={stopping.isPending} onClick={() => stopping.mutate()}>
            {say('noticesPage.push-stop')}
          </Act>
        )}
      </div>
    </>
  );
}

/** @throws Problem when the person or the browser says no */
async function start(key: string, words: PushWords): Promise<void> {
  const made = await subscribe(key).catch(() => {
    throw new Problem('unavailable', 'noticesPage.push-no-service');
  });
  if (made === null) throw new Problem('not-allowed', 'noticesPage.push-not-now');
  await calls.notices.startPush({ ...made, words });
}

/** The server first: then nothing is sent, whatever the browser does. */
async function stop(): Promise<void> {
  await calls.notices.stopPush();
  await unsubscribe();
}
