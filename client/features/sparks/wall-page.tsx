import { EmptyState } from '#client/ui/empty-state.tsx';
import { Page } from '#client/ui/page.tsx';
import { say } from '#shared/words/say.ts';

/** The wall of sparks. */
export function WallPage() {
  return (
    <Page title={say('shell.title-wall')}>
      <EmptyState title={say('shell.nothing-yet')}>{say('shell.nothing-yet-why')}</EmptyState>
    </Page>
  );
}
