import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { say } from '#shared/words/say.ts';

/** The live board of one initiative. */
export function BoardPage() {
  return (
    <Page title={say('shell.title-board')}>
      <EmptyState title={say('shell.nothing-yet')}>{say('shell.nothing-yet-why')}</EmptyState>
    </Page>
  );
}
