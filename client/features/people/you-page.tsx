import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { say } from '#shared/words/say.ts';

/** How I show here, and my sessions. */
export function YouPage() {
  return (
    <Page title={say('shell.to-you')}>
      <EmptyState title={say('shell.nothing-yet')}>{say('shell.nothing-yet-why')}</EmptyState>
    </Page>
  );
}
