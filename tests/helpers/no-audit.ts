/** An audit that writes nothing, for tests of a part alone. */
import type { Audit } from '#server/audit/audit.ts';

export const noAudit: Audit = {
  asking: (_viewer, work) => work(),
  done: () => undefined,
  refused: async () => undefined,
  close: async () => undefined,
};
