/** One system ask, with the way to invite somebody who could take it where it will be heard. Composed of two features. */
import { InviteToSystemAsk } from '#client/features/initiatives/invite-to-system-ask.tsx';
import { SystemAskPage as Page } from '#client/features/system-asks/system-ask-page.tsx';

export function SystemAskPage() {
  return <Page inviting={({ id, cause }, initiativeId) => <InviteToSystemAsk initiativeId={initiativeId} systemAskId={id} cause={cause} />} />;
}
