import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { say } from '#shared/words/say.ts';

/** The lists and invites of the place. */
export function PlacePage() {
  return (
    <Page title={say('shell.to-place')}>
      <EmptyState title={say('shell.nothing-yet')}>{say('shell.nothing-yet-why')}</EmptyState>
    </Page>
  );
}
