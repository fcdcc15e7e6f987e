/** What tells one stored state from another: its hash, and the shape of boards that wrote it. */
import { createHash } from 'node:crypto';
import { type Fields, isTextField } from '#shared/elements/fields.ts';
import { kindList } from '#shared/elements/registry.ts';
import { boardVersion } from '#shared/board/upgrade.ts';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Changes with every change that `upgradeBoard` would make to an older board. */
export const boardShape = sha256(JSON.stringify([boardVersion, kindList.map(({ name, fields }) => [name, textsOf(fields)])])).slice(0, 16);

function textsOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) => (isTextField(field) ? [name] : []));
}
