import type { Office } from '#shared/features/endorsements/offices.ts';
import { say } from '#shared/words/say.ts';

export function officeWord(office: Office): string {
  return say(`endorsements.office-${office}`);
}
