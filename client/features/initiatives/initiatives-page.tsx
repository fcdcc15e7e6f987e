import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { say } from '#shared/words/say.ts';

/** All initiatives. */
export function InitiativesPage() {
  return (
    <Page title={say('shell.to-initiatives')}>
      <EmptyState title={say('shell.nothing-yet')}>{say('shell.nothing-yet-why')}</EmptyState>
    </Page>
  );
}
