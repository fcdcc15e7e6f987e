import { say } from '#shared/words/say.ts';
import { Notice } from '#client/ui/notice.tsx';
import type { Care } from './use-care.ts';

/** Points out, while somebody writes, what may tell who a patient is. */
export function CareNotice({ care }: { care: Care }) {
  if (care.mayIdentify.length === 0) return null;
  return <Notice tone="care" live="polite" title={say('sparks.may-identify', { found: care.mayIdentify.join(', ') })} />;
}

/** What stands under the box while it holds an NHS number. */
export function refusedWords(care: Care): string | undefined {
  return care.refused.length === 0 ? undefined : say('sparks.nhs-number', { found: care.refused.join(', ') });
}
